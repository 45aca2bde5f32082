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

/** Where the worldwide cloud keeps everybody's OneDrive, that of GCC too. */
const FILES: readonly RegExp[] = [/^[\w-]+\.sharepoint\.com$/u];

/** Where a conversation is begun with whoever has not been heard of yet. */
const DEFAULT = "https://smba.trafficmanager.net/teams/";

export interface Hosts {
  readonly default: string;
  isAllowed(serviceUrl: string): boolean;
  /** Whether a file may be sent to that address. */
  keepsFiles(url: string): boolean;
}

/** @param connectorUrl of a stand-in: then it alone is allowed. */
export function hostsFor(connectorUrl: string | undefined): Hosts {
  return {
    default: connectorUrl ?? DEFAULT,
    isAllowed: (serviceUrl) =>
      connectorUrl === undefined ? isOn(HOSTS, serviceUrl) : serviceUrl === connectorUrl,
    keepsFiles: (url) =>
      connectorUrl === undefined ? isOn(FILES, url) : isBelow(connectorUrl, url),
  };
}

/** The clouds of the US government (but for GCC) and of China take no files from bots. */
export const offersFiles = (serviceUrl: string): boolean =>
  !/\.(?:us|cn)$/u.test(new URL(serviceUrl).hostname);

/** Dots in the path are resolved before it is compared. */
const isBelow = (base: string, url: string): boolean =>
  URL.canParse(url) && new URL(url).href.startsWith(base);

function isOn(hosts: readonly RegExp[], url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  return (
    protocol === "https:" &&
    port === "" &&
    username === "" &&
    password === "" &&
    hosts.some((host) => host.test(hostname))
  );
}
