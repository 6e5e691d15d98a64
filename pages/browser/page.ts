import { followHost } from './appearance.ts';
import { startConfirming } from './confirming.ts';
import { findHost } from './host.ts';
import { startPaying } from './opening.ts';

const hosted = findHost();
void hosted.then((host) => {
  if (host) followHost(host);
});

const page = document.querySelector('main');
if (page?.dataset['page'] === 'pay') startPaying(page, hosted);
if (page?.dataset['page'] === 'return') void startConfirming(page);
