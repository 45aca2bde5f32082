/** Files on their way: an address to send the bytes to, then their completion. Kept in memory only. */
import { randomBytes } from "node:crypto";

interface Upload {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly bytes: Buffer | null;
}

export interface Uploads {
  begin(name: string, length: number): Upload;
  get(id: string): Upload | undefined;
  /** False when there is no such upload. */
  receive(id: string, bytes: Buffer): boolean;
}

export function createUploads(): Uploads {
  const uploads = new Map<string, Upload>();
  return {
    begin: (name, length) => {
      const id = `F${randomBytes(5).toString("hex").toUpperCase()}`;
      const upload = { id, name, length, bytes: null };
      uploads.set(id, upload);
      return upload;
    },
    get: (id) => uploads.get(id),
    receive: (id, bytes) => {
      const upload = uploads.get(id);
      if (!upload) return false;
      uploads.set(id, { ...upload, bytes });
      return true;
    },
  };
}
