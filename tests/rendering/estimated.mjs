// Runs the script of the estimate outside a browser: texts that people type and cases in, what is read and worked out out.
import fs from "node:fs";

const [script, asked] = process.argv.slice(2).map((file) => fs.readFileSync(file, "utf-8"));
globalThis.document = { addEventListener() {} };
const { read, workOut, format } = new Function(`${script}\nreturn { read, workOut, format };`)();
const { table, typed, cases, shown } = JSON.parse(asked);
process.stdout.write(JSON.stringify({
  read: typed.map(read),
  worked: cases.map(([count, income]) => workOut(table, count, income)),
  shown: shown.map(([lang, cents]) => format(lang, cents)),
}));
