"""A document in the looks of a user's Word file: its styles and page are taken over, our numbers and words stay.

`style_sheet` reads the file: `plain` keeps what every Word knows, `furniture` the headers, footers and pictures, and
`harmless` leaves out of them what fetches or runs something. `dress` puts it on the parts of a document: `match` says
which style stands for which of ours, `styles`, `lists` and `page` hold what is taken over of each.

The elements are python-docx's; the file is unpacked by `word.package` alone, whose limits hold for any file.
"""
