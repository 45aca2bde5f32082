/** Pages without a server: no links, as where PUBLIC_URL is not set; but they are drawn. */

import { renderPage } from "../../adapters/pages/html.ts";
import type { Pages } from "../../src/page.ts";

export const pagesWithoutServer: Pages = {
  start: () => Promise.resolve(),
  html: renderPage,
  link: () => undefined,
  stop: () => Promise.resolve(),
};
