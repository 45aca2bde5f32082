/** The conversations that can be written to. */

import { DeliveryError } from "../../src/ports.ts";
import type { Connector, Conversation } from "./connector.ts";
import type { Hosts } from "./hosts.ts";
import type { Memory } from "./memory.ts";

export interface Places {
  /** @param id of a conversation, with its thread. */
  conversation(tenant: string, id: string): Promise<Conversation>;
  /**
   * Does something in the conversation of a person with the bot alone, which is begun when there is
   * none, and once more when Teams no longer knows the one that was used before. @throws DeliveryError.
   */
  withPerson<T>(
    tenant: string,
    person: string,
    work: (place: Conversation) => Promise<T>,
  ): Promise<T>;
}

export function createPlaces(connector: Connector, memory: Memory, hosts: Hosts): Places {
  /** Begun once, also when several messages to one person leave together. */
  const opening = new Map<string, Promise<string>>();

  async function serverOf(tenant: string, id: string): Promise<string> {
    const known = await memory.serverOf(tenant, id);
    return known !== undefined && hosts.isAllowed(known) ? known : hosts.default;
  }

  async function begin(tenant: string, person: string): Promise<string> {
    const key = `${tenant}/${person}`;
    const started =
      opening.get(key) ??
      (async () => {
        const serviceUrl = await serverOf(tenant, person);
        const conversation = await silently(connector.open({ serviceUrl, tenant, person }));
        await memory.rememberPerson(tenant, person, { conversation });
        return conversation;
      })();
    opening.set(key, started);
    try {
      return await started;
    } finally {
      opening.delete(key);
    }
  }

  return {
    conversation: async (tenant, id) => ({
      tenant,
      id,
      serviceUrl: await serverOf(tenant, id.replace(/;messageid=.*$/u, "")),
    }),

    async withPerson(tenant, person, work) {
      const [serviceUrl, { conversation: known }] = await Promise.all([
        serverOf(tenant, person),
        memory.person(tenant, person),
      ]);
      if (known !== undefined)
        try {
          return await work({ tenant, serviceUrl, id: known });
        } catch (error) {
          if (!(error instanceof DeliveryError && error.reason === "gone")) throw error;
        }
      return await work({ tenant, serviceUrl, id: await begin(tenant, person) });
    },
  };
}

/**
 * Nothing is said by beginning a conversation, so doing it again does no harm; and Teams finds the request
 * wrong when there is nobody of that id.
 */
async function silently<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const { message, fate, reason } = error;
    if (fate === "uncertain") throw new DeliveryError("later", { message, cause: error });
    if (reason !== "invalid") throw error;
    throw new DeliveryError("refused", { message, reason: "gone", cause: error });
  }
}
