/**
 * Which servers may speak for Teams. Tokens are sent there, and their addresses are kept, so nothing is
 * taken from an activity that is not Microsoft's (or, with a stand-in, the stand-in's).
 */

/** Microsoft's connectors of all its clouds, as `serviceUrl` names them. */
const HOSTS: readonly RegExp[] = [
  /^smba\.trafficmanager\.net$/u,
  /^smba\.infra\.(?:gcc\.teams\.microsoft\.com|(?:gov|dod)\.teams\.microsoft\.us)$/u,
  /(?:^|\.)botframework\.(?:com|azure\.us|azure\.cn)$/u,
];

/** Where a conversation is begun with whoever has not been heard of yet. */
const DEFAULT = "https://smba.trafficmanager.net/teams/";

export interface Hosts {
  readonly default: string;
  isAllowed(serviceUrl: string): boolean;
}

/** @param connectorUrl of a stand-in: then it alone is allowed. */
export function hostsFor(connectorUrl: string | undefined): Hosts {
  return {
    default: connectorUrl ?? DEFAULT,
    isAllowed: (serviceUrl) =>
      connectorUrl === undefined ? isMicrosoft(serviceUrl) : serviceUrl === connectorUrl,
  };
}

function isMicrosoft(serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  return (
    protocol === "https:" &&
    port === "" &&
    username === "" &&
    password === "" &&
    HOSTS.some((host) => host.test(hostname))
  );
}
