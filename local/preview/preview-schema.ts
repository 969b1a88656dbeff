import * as v from "valibot";

/** A rendered edition as the preview shows it: the email, its headers as sent, sizes in bytes. */
export const PreviewSchema = v.object({
  subject: v.string(),
  preheader: v.string(),
  html: v.string(),
  text: v.string(),
  headers: v.string(),
  sizes: v.object({
    utf8: v.number(),
    quotedPrintable: v.number(),
    text: v.number(),
    message: v.number(),
  }),
});

export type Preview = Readonly<v.InferOutput<typeof PreviewSchema>>;
