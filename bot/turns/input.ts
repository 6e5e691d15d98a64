import type { Activity, Attachment } from 'botbuilder';
import { parseAction, type CardAction } from '../../cards/actions.ts';
import { holdsCardNumber } from '../../cards/card-number.ts';
import type { Input } from '../../dialogs/turn.ts';
import type { FileSource } from '../../membership/proof-ports.ts';
import { competencyOf, type Catalogue } from '../../membership/rules/catalogue.ts';

const downloadInfo = 'application/vnd.microsoft.teams.file.download.info';

/** Kept and shown with the proof, so that a card number in it is not taken along. */
const fileNameOf = ({ name }: Attachment): string =>
  typeof name === 'string' && !holdsCardNumber(name) ? name : '';

/** From the desktop: a short-lived address of its own. */
const fromDesktop = (attachment: Attachment): FileSource | undefined => {
  const info: unknown = attachment.content;
  const url =
    typeof info === 'object' && info !== null && 'downloadUrl' in info ? info.downloadUrl : undefined;
  return typeof url === 'string' ? { url, fileName: fileNameOf(attachment) } : undefined;
};

/** From a phone: a picture that lies on the connector. */
const fromPhone = (attachment: Attachment, serviceUrl: string): FileSource | undefined => {
  const url: unknown = attachment.contentUrl;
  return typeof url === 'string' && url !== ''
    ? { url, fileName: fileNameOf(attachment), serviceUrl }
    : undefined;
};

const fileOf = (attachment: Attachment, serviceUrl: string): FileSource | undefined => {
  if (attachment.contentType === downloadInfo) return fromDesktop(attachment);
  return attachment.contentType.startsWith('image/') ? fromPhone(attachment, serviceUrl) : undefined;
};

/** The files of a message; the `text/html` copy of rich text is none. */
const filesOf = ({ attachments, serviceUrl }: Activity): readonly FileSource[] =>
  (attachments ?? []).flatMap((attachment) => fileOf(attachment, serviceUrl) ?? []);

/** A competency that the catalogue does not have, or has no more, is on no card that is good. */
const isCurrent = (action: CardAction, catalogue: Catalogue): boolean =>
  !('competency' in action) ||
  action.competency === undefined ||
  competencyOf(catalogue, action.competency) !== undefined;

/** What a message of Teams means to the talk. */
export const inputOf = (activity: Activity, catalogue: Catalogue): Input => {
  const value: unknown = activity.value;
  const card = activity.replyToId;
  if (value !== undefined && value !== null) {
    const action = parseAction(value);
    return action && isCurrent(action, catalogue)
      ? { kind: 'press', action, card }
      : { kind: 'strangePress', card };
  }
  // Some clients send null where there is no text.
  const text = ((activity.text as string | null | undefined) ?? '').trim();
  const [source, another] = filesOf(activity);
  if (another) return { kind: 'severalFiles' };
  return source ? { kind: 'file', source, text } : { kind: 'text', text };
};
