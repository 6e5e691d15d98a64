import { currentPerson, colleagues, fabrikamTenant, type DemoPerson } from './demo/people.ts';
import { localBotAccount } from './speaking.ts';

/** The one personal chat of the Agents Playground, the same at every start. */
export const playgroundConversation = 'a:agents-playground-personal-chat';

const user = ({ userId, name, email, aadObjectId }: DemoPerson): object => {
  const [givenName = name, surname = ''] = name.split(' ');
  // The misspelling is the file format's own.
  return { id: userId, name, userPrincipleName: email, aadObjectId, givenName, surname, email };
};

/** The Agents Playground's config file: YAML, of which JSON is a part. */
export const playgroundConfig = (): string =>
  JSON.stringify(
    {
      version: '0.1.1',
      tenantId: fabrikamTenant,
      bot: localBotAccount,
      currentUser: user(currentPerson),
      users: colleagues.map(user),
      personalChat: { id: playgroundConversation },
      groupChat: { id: '19:agents-playground-group-chat', name: 'Group Chat' },
      team: {
        id: '19:agents-playground-team',
        name: 'My Team',
        aadGroupId: '00000000-0000-0000-0000-000000000031',
        channels: [{ id: '19:agents-playground-announcements', name: 'Announcements' }],
      },
    },
    undefined,
    2,
  );
