import { pdfOf } from '../payments/proof/pdf-files.ts';
import type { OfferedFile } from '../support/connector.ts';
import type { Deed } from './table.ts';

/** A file as a person has it; what Teams makes of it is the deeds' matter. */
export interface HandedFile extends Partial<OfferedFile> {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const bankPdf: HandedFile = { name: 'confirmation.pdf', bytes: pdfOf(1) };

/** Puts the file where Teams would and sends the message that names it, with its text. */
export const handsOver =
  ({ name, ...file }: HandedFile, text = ''): Deed =>
  ({ chat, bot }) => {
    const url = bot.connector.offer({ contentType: 'application/octet-stream', ...file });
    return chat.send(chat.speaker.file(url, name, text));
  };

/** A photo from a phone: it lies on the connector. */
export const photographs =
  (bytes: Uint8Array, contentType = 'image/jpeg'): Deed =>
  ({ chat, bot }) =>
    chat.send(chat.speaker.image(bot.connector.offer({ bytes, contentType, onConnector: true })));
