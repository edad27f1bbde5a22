const fs = require("fs");
const { AlignmentType, Document, FootnoteReferenceRun, HeadingLevel, LevelFormat, Packer, Paragraph, Tab, Table, TableCell,
  TableRow, TextRun } = require("docx");

const level = (level, format, text) => ({ level, format, text, alignment: AlignmentType.START });
const item = (text, depth = 0, instance = 0) => new Paragraph({ text, numbering: { reference: "main", level: depth, instance } });

const document = new Document({
  numbering: {
    config: [{
      reference: "main",
      levels: [
        level(0, LevelFormat.DECIMAL, "%1."),
        level(1, LevelFormat.LOWER_LETTER, "(%2)"),
        level(2, LevelFormat.LOWER_ROMAN, "(%3)"),
      ],
    }],
  },
  footnotes: { 1: { children: [new Paragraph("A first note.")] }, 2: { children: [new Paragraph("A second note.")] } },
  sections: [{
    children: [
      new Paragraph({ text: "Introduction", heading: HeadingLevel.HEADING_1 }),
      item("one"), item("two"), item("two a", 1), item("two b", 1), item("two b i", 2), item("three"), item("three a", 1),
      new Paragraph({ children: [new TextRun("marked"), new FootnoteReferenceRun(2), new TextRun(" twice"), new FootnoteReferenceRun(1)] }),
      new Table({ rows: [new TableRow({ children: [new TableCell({ children: [item("in a cell")] })] })] }),
      item("another list", 0, 1), item("its second", 0, 1), item("four of the first"),
      new Paragraph({ children: [new TextRun("12."), new TextRun({ children: [new Tab(), "typed by hand"] })] }),
      new Paragraph({ text: "a bullet", bullet: { level: 0 } }),
    ],
  }],
});
Packer.toBuffer(document).then((data) => fs.writeFileSync("npm-docx.docx", data));
