// Runs the script of the search box outside a browser: an index and texts in, what is found and the stems of words out.
import fs from "node:fs";

const [script, index, asked] = process.argv.slice(2).map((file) => fs.readFileSync(file, "utf-8"));
globalThis.document = { addEventListener() {} };
globalThis.addEventListener = () => {};
const { prepare, search, stems } = new Function(`${script}\nreturn { prepare, search, stems };`)();
const ready = prepare(JSON.parse(index));
const answers = JSON.parse(asked).map((text) => [stems(text, ready), search(text, ready).map(([, path]) => path.replace(/\/$/, ""))]);
process.stdout.write(JSON.stringify(answers));
