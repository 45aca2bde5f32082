/** The baseline: a CloudAdapter that checks the token and answers every invoke with nothing. */

import { createServer } from "node:http";
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from "botbuilder";

const appId = process.env["TEAMS_APP_ID"] ?? "";
const url = process.env["TEAMS_CONNECTOR_URL"] ?? "";
const settings = { MicrosoftAppId: appId, MicrosoftAppPassword: "bench-password" };
const credentials: unknown = new ConfigurationServiceClientCredentialFactory({
  ...settings,
  MicrosoftAppType: "MultiTenant",
});
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      ...settings,
      ToChannelFromBotLoginUrl: url,
      ToChannelFromBotOAuthScope: "https://api.botframework.com",
      ToBotFromChannelTokenIssuer: "https://api.botframework.com",
      OAuthUrl: url,
      ToBotFromChannelOpenIdMetadataUrl: `${url}v1/.well-known/openidconfiguration`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}v1/.well-known/openidconfiguration`,
    },
    credentials as ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1],
  ),
);

const server = createServer((asked, answer) => {
  const chunks: Buffer[] = [];
  asked.on("data", (chunk: Buffer) => chunks.push(chunk));
  asked.once("end", () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    const response = {
      socket: undefined,
      status(code: number) {
        answer.statusCode = code;
        return response;
      },
      header: () => response,
      send(content: unknown) {
        answer.write(JSON.stringify(content));
        return response;
      },
      end() {
        answer.end();
        return response;
      },
    };
    void adapter.process(
      { method: "POST", headers: asked.headers, body },
      response,
      async (context) => {
        await context.sendActivity({ type: "invokeResponse", value: { status: 200, body: {} } });
      },
    );
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ type: "ready", port: typeof address === "object" ? address?.port : undefined });
});
process.once("disconnect", () => process.exit(0));
