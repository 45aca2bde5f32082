/**
 * A small real Bolt app that the tests run as the bot: `/goal` opens a form, the form posts a
 * message with a button, the button changes the message; and each virtual hour it sends a reminder.
 */
import bolt from "@slack/bolt";
import { busyWith, openChannel } from "./goal-bot-channel.ts";

const { App, HTTPReceiver, LogLevel } = bolt;

const env = (name: string): string => process.env[name] ?? "";
const token = env("SLACK_BOT_TOKEN");
const clientOptions = { slackApiUrl: env("SLACK_API_URL"), retryConfig: { retries: 0 } };
const CHANNEL = "C0AB00000";

const events: string[] = [];

const receiver = new HTTPReceiver({
  signingSecret: env("SLACK_SIGNING_SECRET"),
  endpoints: ["/slack/events"],
  logLevel: LogLevel.ERROR,
});
const socketToken = env("SLACK_APP_TOKEN");
const app = new App({
  token,
  logLevel: LogLevel.ERROR,
  clientOptions,
  ...(socketToken === "" ? { receiver } : { appToken: socketToken, socketMode: true }),
});

function goalView(text: string): Record<string, unknown> {
  return {
    type: "modal",
    callback_id: "goal",
    notify_on_close: true,
    title: { type: "plain_text", text: "Log a goal" },
    submit: { type: "plain_text", text: "Save" },
    blocks: [
      { type: "section", text: { type: "mrkdwn", text: "*What* do you want to reach?" } },
      {
        type: "input",
        block_id: "goal",
        label: { type: "plain_text", text: "Goal" },
        element: {
          type: "plain_text_input",
          action_id: "v",
          max_length: 500,
          ...(text === "" ? {} : { initial_value: text }),
        },
      },
      {
        type: "input",
        block_id: "due",
        optional: true,
        label: { type: "plain_text", text: "Due" },
        element: { type: "datepicker", action_id: "v" },
      },
      {
        type: "input",
        block_id: "owner",
        optional: true,
        label: { type: "plain_text", text: "Owner" },
        element: { type: "users_select", action_id: "v" },
      },
      {
        type: "input",
        block_id: "kind",
        optional: true,
        dispatch_action: true,
        label: { type: "plain_text", text: "Horizon" },
        element: {
          type: "static_select",
          action_id: "horizon",
          options: ["Short", "Long"].map((name) => ({
            text: { type: "plain_text", text: name },
            value: name.toLowerCase(),
          })),
        },
      },
    ],
  };
}

app.command("/goal", async ({ ack, body, client, respond }) => {
  if (body.text === "slow") return;
  await ack();
  await busyWith(async () => {
    if (body.text.startsWith("echo ")) {
      await respond({ response_type: "ephemeral", text: body.text.slice(5) });
      return;
    }
    try {
      await client.apiCall("views.open", {
        trigger_id: body.trigger_id,
        view: goalView(body.text === "url" ? body.response_url : body.text),
      });
    } catch (error) {
      await respond({ text: `refused: ${String(error)}` });
    }
  });
});

app.view("goal", async ({ ack, view, client, body }) => {
  const values = view.state.values;
  const title = values["goal"]?.["v"]?.value ?? "";
  if (title.length < 3) {
    await ack({ response_action: "errors", errors: { goal: "Too short." } });
    return;
  }
  await ack();
  await busyWith(async () => {
    const escaped = title.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    await client.chat.postMessage({
      channel: CHANNEL,
      text: `<@${body.user.id}> set a goal: ${escaped}`,
      blocks: [
        {
          type: "section",
          text: { type: "mrkdwn", text: `<@${body.user.id}> set a goal: *${escaped}*` },
        },
        {
          type: "actions",
          elements: [
            {
              type: "button",
              action_id: "goal.done",
              text: { type: "plain_text", text: "Done" },
              accessibility_label: `Done: ${title}`.slice(0, 75),
              value: "1",
            },
            {
              type: "button",
              action_id: "hush",
              text: { type: "plain_text", text: "Tell only me" },
            },
          ],
        },
      ],
      metadata: { event_type: "liaison", event_payload: { key: "k1", kind: "goal.announce" } },
    });
  });
});
app.view({ callback_id: "goal", type: "view_closed" }, async ({ ack }) => {
  await ack();
  events.push("view_closed");
});

app.action("goal.done", async ({ ack, client, body }) => {
  await ack();
  if (body.type !== "block_actions" || !body.message || !body.channel) return;
  const { channel, message } = body;
  await busyWith(() =>
    client.chat.update({
      channel: channel.id,
      ts: message.ts,
      text: "Done.",
      blocks: [{ type: "section", text: { type: "mrkdwn", text: "~open~ *Done.*" } }],
    }),
  );
});
app.action("hush", async ({ ack, client, body }) => {
  await ack();
  await busyWith(() =>
    client.chat.postEphemeral({ channel: CHANNEL, user: body.user.id, text: "Only you." }),
  );
});
app.action("horizon", async ({ ack, client, body }) => {
  await ack();
  if (body.type !== "block_actions" || !body.view) return;
  const { id, hash } = body.view;
  await busyWith(() =>
    client.apiCall("views.update", { view_id: id, hash, view: goalView("changed") }),
  );
});

app.shortcut("log_goal", async ({ ack, client, shortcut }) => {
  await ack();
  const text = shortcut.type === "message_action" ? (shortcut.message.text ?? "") : "";
  await busyWith(() =>
    client.apiCall("views.open", { trigger_id: shortcut.trigger_id, view: goalView(text) }),
  );
});

app.event("app_home_opened", async ({ event, client }) => {
  events.push(event.type);
  await busyWith(() =>
    client.views.publish({
      user_id: event.user,
      view: {
        type: "home",
        blocks: [
          { type: "header", text: { type: "plain_text", text: "Your goals" } },
          {
            type: "actions",
            elements: [
              { type: "button", action_id: "die", text: { type: "plain_text", text: "Crash" } },
              {
                type: "button",
                action_id: "hush",
                text: { type: "plain_text", text: "Whisper" },
              },
            ],
          },
        ],
      },
    }),
  );
});
app.event("message", async ({ event, client, context }) => {
  if (event.subtype !== undefined || !("text" in event)) return;
  const text = event.text ?? "";
  if (event.channel_type !== "im") return;
  const retries = context.retryNum ?? 0;
  await busyWith(() =>
    client.chat.postMessage({
      channel: event.channel,
      text: text === "events?" ? events.join(" ") : `You said ${text} (${retries})`,
    }),
  );
});
app.event("app_mention", async ({ event, client }) => {
  await busyWith(() =>
    client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.thread_ts ?? event.ts,
      text: `Yes, <@${event.user ?? ""}>?`,
    }),
  );
});
for (const name of [
  "channel_archive",
  "channel_unarchive",
  "user_change",
  "member_joined_channel",
  "member_left_channel",
] as const) {
  app.event(name, ({ event }) => {
    events.push(event.type);
    return Promise.resolve();
  });
}

app.action("die", async ({ ack }) => {
  await ack();
  process.exit(5);
});

if (env("FAIL") === "yes") process.exit(3);
const server: unknown = await app.start(0);
openChannel({
  server,
  now: env("NOW"),
  folder: env("DATA_DIR"),
  remind: async (count) => {
    await app.client.chat.postMessage({
      token,
      channel: "U0ABIT000",
      text: `Reminder ${count}`,
      metadata: {
        event_type: "liaison",
        event_payload: { key: `r${count}`, kind: "nudge.digest" },
      },
    });
  },
});
