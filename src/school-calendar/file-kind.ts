/** What a file is that is no calendar, by how it begins: people are told what to do with it. */

export type OtherFile = "pdf" | "picture" | "spreadsheet" | "document" | "web_page" | "link";

/** The bytes of files that are no text come as the letters that Windows has for them. */
const BEGINNINGS: readonly (readonly [OtherFile, RegExp])[] = [
  ["pdf", /^\s*%PDF-/u],
  [
    "picture",
    /^(?:.PNG\r?\n|ÿØÿ|GIF8[79]a|BM.{4}\0\0\0\0|RIFF.{4}WEBP|II\*\0|MM\0\*|.{4}ftyp(?:hei|avif|mif)|(?:<\?xml[^>]*>)?\s*<svg)/su,
  ],
  [
    "spreadsheet",
    /^(?:PK\u0003\u0004.*(?:xl\/|content\.xml.*spreadsheet|spreadsheet)|ÐÏ\u0011à.*W\0?o\0?r\0?k\0?b\0?o\0?o\0?k)/su,
  ],
  ["document", /^(?:PK\u0003\u0004|ÐÏ\u0011à|\{\\rtf)/su],
  ["web_page", /^\s*(?:<!doctype html|<html|<head|<body|<table)/iu],
  ["link", /^\s*(?:https?|webcal):\/\/\S+\s*$/iu],
];

export const otherFile = (text: string): OtherFile | undefined =>
  BEGINNINGS.find(([, beginning]) => beginning.test(text))?.[0];
