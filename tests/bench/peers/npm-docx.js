// The text by the package docx of npm: node npm-docx.js PLAIN OUT
const fs = require("fs");
const { AlignmentType, Document, FootnoteReferenceRun, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } = require("docx");

const [plain, out] = process.argv.slice(2);
const data = JSON.parse(fs.readFileSync(plain, "utf8"));
const headings = [1, 2, 3, 4, 5, 6].map((level) => HeadingLevel[`HEADING_${level}`]);
const footnotes = {};

const runs = (pieces) =>
  pieces.map((piece) => {
    if (typeof piece === "string") return new TextRun(piece);
    const number = Object.keys(footnotes).length + 1;
    footnotes[number] = { children: [new Paragraph(piece.note)] };
    return new FootnoteReferenceRun(number);
  });

const paragraph = (block) => {
  const children = runs(block.text);
  if (block.kind === "heading") return new Paragraph({ heading: headings[block.level - 1], children });
  if (block.kind === "plain") return new Paragraph({ children });
  const level = block.kind === "subparagraph" ? 1 : 0;
  return new Paragraph({ numbering: { reference: "numbers", level }, children });
};

const children = [new Paragraph({ heading: HeadingLevel.TITLE, text: data.title }), ...data.blocks.map(paragraph)];
const levels = [
  { level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.LEFT },
  { level: 1, format: LevelFormat.LOWER_LETTER, text: "(%2)", alignment: AlignmentType.LEFT },
];
const numbering = { config: [{ reference: "numbers", levels }] };
Packer.toBuffer(new Document({ footnotes, numbering, sections: [{ children }] })).then((file) => fs.writeFileSync(out, file));
