/** `files.*`: an upload address, and the message that shares what was uploaded. */
import { bagsAt, stringAt } from "../../bag.ts";
import { post } from "../messages.ts";
import { type Method, refuse } from "./call.ts";

const getUploadURLExternal: Method = ({ args, uploads, baseUrl }) => {
  const name = stringAt(args, "filename");
  const length = Number(args["length"]);
  if (!name || !Number.isInteger(length) || length < 0) return refuse("invalid_arguments");
  const { id } = uploads.begin(name, length);
  return { ok: true, file_id: id, upload_url: `${baseUrl}/slack/upload/${id}` };
};

const completeUploadExternal: Method = ({ world, workspace, args, uploads, baseUrl }) => {
  const asked = bagsAt(args, "files");
  const found = asked.flatMap((file) => uploads.get(stringAt(file, "id") ?? "") ?? []);
  if (found.length !== asked.length || found.length === 0) return refuse("file_not_found");
  if (found.some((file) => file.bytes?.length !== file.length)) return refuse("file_not_found");
  const channelId = stringAt(args, "channel_id");
  if (channelId !== undefined) {
    const channel = world.channel(channelId);
    if (!channel?.members.includes(workspace.bot)) return refuse("channel_not_found");
    // Slack's names of files, each a link to what was uploaded.
    const names = found.map(({ id, name }) => `<${baseUrl}/slack/file/${id}|${name}>`).join("\n");
    const comment = stringAt(args, "initial_comment");
    post(world, {
      channel: channelId,
      user: workspace.bot,
      text: comment ? `${comment}\n${names}` : names,
      threadTs: stringAt(args, "thread_ts"),
    });
  }
  return { ok: true, files: found.map(({ id, name }) => ({ id, name, title: name })) };
};

export const fileMethods: Readonly<Record<string, Method>> = {
  "files.getUploadURLExternal": getUploadURLExternal,
  "files.completeUploadExternal": completeUploadExternal,
};
