import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy whose open connections can die unnoticed, as they do while Lambda freezes a function. */
export interface FreezingProxy {
  readonly url: string;
  /** From now on the connections that are open answer any byte with a reset; new ones work. */
  freeze(): void;
  close(): Promise<void>;
}

/** Passes connections on to a server of this machine. */
export async function startFreezingProxy(upstream: string): Promise<FreezingProxy> {
  const { hostname, port } = new URL(upstream);
  const open = new Set<Socket>();
  const dead = new Set<Socket>();
  const server = createServer((client) => {
    const peer = connect(Number(port), hostname);
    open.add(client);
    client.on("data", (bytes) => {
      if (dead.has(client)) {
        client.resetAndDestroy();
      } else {
        peer.write(bytes);
      }
    });
    peer.on("data", (bytes) => client.write(bytes));
    client.on("close", () => {
      open.delete(client);
      peer.destroy();
    });
    client.on("error", () => peer.destroy());
    peer.on("error", () => client.destroy());
    peer.on("end", () => !dead.has(client) && client.end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    freeze: () => {
      for (const socket of open) {
        dead.add(socket);
      }
    },
    close: async () => {
      for (const socket of open) {
        socket.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
