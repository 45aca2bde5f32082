/** Listens between a program and its database, and notes what is asked. */

import { createConnection, createServer, type AddressInfo, type Socket } from "node:net";
import { deserialize } from "bson";

/** One command, as the database gets it: `find goals`. */
export interface Questions {
  /** The same database, asked through here. */
  readonly uri: string;
  /** What was asked since the last call, in order. */
  take(): readonly string[];
  close(): Promise<void>;
}

/** What a driver says to keep in touch, whatever the program does. */
const SMALL_TALK = ["hello", "ismaster", "ping", "endSessions", "saslStart", "saslContinue"];

export async function openQuestions(uri: string): Promise<Questions> {
  const target = new URL(uri);
  let asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const to = createConnection(Number(target.port), target.hostname);
    const heard = messages((text) => {
      if (!SMALL_TALK.includes(text.split(" ")[0] ?? "")) asked.push(text);
    });
    from.on("data", heard);
    from.pipe(to).pipe(from);
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on("error", () => from.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const through = new URL(uri);
  through.host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    uri: through.href,
    take() {
      const taken = asked;
      asked = [];
      return taken;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const HEADER = 16;
const OP_MSG = 2013;
/** Behind the header: four bytes of flags and the kind of the first section. */
const BODY = HEADER + 5;

/** Puts chunks together to messages and says of each what it asks. */
function messages(say: (text: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= HEADER && rest.length >= rest.readInt32LE(0)) {
      const message = rest.subarray(0, rest.readInt32LE(0));
      rest = rest.subarray(message.length);
      if (message.readInt32LE(12) !== OP_MSG) continue;
      const size = message.readInt32LE(BODY);
      const [[name, of] = []] = Object.entries(deserialize(message.subarray(BODY, BODY + size)));
      if (name) say(typeof of === "string" ? `${name} ${of}` : name);
    }
  };
}
