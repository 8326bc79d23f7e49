// A folder as the File System Access API gives one, made of requests to our own server: any browser can save with it,
// and nothing of the files is kept in the browser. What the form writes before it moves it into place stays in memory.

const TEMPORARY = ".sveltia-tmp-";
const files = new Map(); // name → {text, version, changed}; without version where the server does not know it yet
const listeners = new Set();

/** Call a function after each change of a file: with its name, or with the sentence that says why nothing was done. */
export const onChange = (listener) => listeners.add(listener);
const tell = (name, sentence) => listeners.forEach((listener) => listener(name, sentence));

const missing = (name) => new DOMException(name, "NotFoundError");
const joined = (folder, name) => (folder ? `${folder}/${name}` : name);
const keep = (name, { text, version }) => files.set(name, { text, version, changed: Date.now() });

const ask = async (method, address, body) => {
  let answer, data;
  try {
    answer = await fetch(address, {
      method,
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
    });
    data = await answer.json();
  } catch {
    data = { sentence: document.body.dataset.failed };
  }
  if (!answer?.ok) {
    tell(body.name, data.sentence);
    throw new Error(data.sentence);
  }
  return data;
};

const write = async (name, text) => {
  keep(name, await ask("PUT", "/fichier", { name, text, version: files.get(name)?.version ?? null }));
  tell(name);
};

class FileHandle {
  kind = "file";

  constructor(path) {
    this.path = path;
    this.name = path.split("/").pop();
  }

  get isTemporary() {
    return this.name.startsWith(TEMPORARY);
  }

  async getFile() {
    const { text, changed } = files.get(this.path) ?? { text: "" };
    return new File([text], this.name, { type: "text/markdown", lastModified: changed ?? 0 });
  }

  // The form passes over what goes wrong in `close`, and writes each file in one go: so it is sent here.
  async createWritable() {
    return {
      write: async (content) => {
        const text = await new Blob([content]).text();
        if (this.isTemporary) files.set(this.path, { text });
        else await write(this.path, text);
      },
      close: async () => {},
    };
  }

  async move(folder, name) {
    const path = joined(folder.path, name);
    if (path === this.path) return;
    const { text, version } = files.get(this.path);
    if (this.isTemporary) await write(path, text);
    else {
      keep(path, await ask("POST", "/fichier/nom", { name: this.path, new: path, version }));
      tell(path);
    }
    files.delete(this.path);
    Object.assign(this, new FileHandle(path));
  }

  async isSameEntry(other) {
    return other.path === this.path;
  }
}

class FolderHandle {
  kind = "directory";

  constructor(path) {
    this.path = path;
    this.name = path.split("/").pop();
  }

  async queryPermission() {
    return "granted";
  }

  async requestPermission() {
    return "granted";
  }

  async getDirectoryHandle(name, { create = false } = {}) {
    const path = joined(this.path, name);
    if (!create && ![...files.keys()].some((known) => known.startsWith(`${path}/`))) throw missing(name);
    return new FolderHandle(path);
  }

  async getFileHandle(name, { create = false } = {}) {
    const path = joined(this.path, name);
    if (!create && !files.has(path)) throw missing(name);
    return new FileHandle(path);
  }

  async removeEntry(name) {
    const path = joined(this.path, name);
    const known = files.get(path);
    // A folder: the server removes those that hold nothing any more.
    if (!known) return;
    if (known.version) {
      await ask("DELETE", "/fichier", { name: path, version: known.version });
      tell(path);
    }
    files.delete(path);
  }

  async resolve(other) {
    if (this.path && !other.path.startsWith(`${this.path}/`)) return null;
    return other.path.slice(this.path ? this.path.length + 1 : 0).split("/");
  }

  async *entries() {
    const start = this.path ? `${this.path}/` : "";
    const seen = new Set();
    for (const known of [...files.keys()].filter((each) => each.startsWith(start))) {
      const [name, ...rest] = known.slice(start.length).split("/");
      if (seen.has(name)) continue;
      seen.add(name);
      yield [name, rest.length ? new FolderHandle(joined(this.path, name)) : new FileHandle(known)];
    }
  }

  async *values() {
    for await (const [, handle] of this.entries()) yield handle;
  }

  async *keys() {
    for await (const [name] of this.entries()) yield name;
  }

  [Symbol.asyncIterator]() {
    return this.entries();
  }

  async isSameEntry(other) {
    return other.path === this.path;
  }
}

/** The project's folder as it is now on the disk. */
export const projectFolder = async () => {
  const answer = await fetch("/fichiers", { headers: { Accept: "application/json" } });
  for (const [name, known] of Object.entries(await answer.json())) files.set(name, { ...known, changed: 0 });
  return new FolderHandle("");
};
