import type { AmountShown, OrderShown } from '../overview.ts';
import type { StateShown } from '../routes/page.ts';
import { wish } from './ask.ts';
import { byId, create } from './dom.ts';
import type { Doing } from './page.ts';
import { chosenLanguage, chosenPerson } from './talk.ts';

let orders: readonly OrderShown[] = [];
const select = byId('order', HTMLSelectElement);
const field = (id: string): HTMLInputElement => byId(id, HTMLInputElement);

/** Puts the newest orders into the bank's form and keeps the choice. */
export const showOrders = (state: StateShown): void => {
  if (JSON.stringify(orders) !== JSON.stringify(state.orders)) {
    const chosen = select.value;
    orders = state.orders;
    const options = orders.map((order) => {
      const option = create('option', `${order.number} · ${order.organisation} · ${order.state}`);
      option.value = order.number;
      return option;
    });
    const none = create('option', 'No order by bank transfer yet');
    none.value = '';
    select.replaceChildren(...(options.length > 0 ? options : [none]));
    if (orders.some(({ number }) => number === chosen)) select.value = chosen;
  }
  if (field('value-date').value === '') field('value-date').value = state.now.slice(0, 10);
};

const presets = ['right', 'short', 'over', 'otherCurrency', 'withoutReference'] as const;

const fill = (preset: (typeof presets)[number]): void => {
  const order = orders.find(({ number }) => number === select.value);
  if (!order) return;
  const money: AmountShown = preset === 'withoutReference' ? order.right : order[preset];
  field('amount').value = money.amount;
  field('currency').value = money.currency;
  field('account').value = order.account;
  field('bank-text').value =
    preset === 'withoutReference' ? order.organisation : `${order.number} ${order.mpnId}`;
};

/** What became of a credit, as the bank's route tells it. */
interface BankAnswer {
  readonly result?: { readonly kind?: string; readonly order?: string; readonly because?: string };
}

const credited = (answer: BankAnswer): string => {
  const { kind, order, because } = answer.result ?? {};
  if (kind === 'matched') return `Credited, and matched with order ${order ?? ''}.`;
  return `Credited, and held for an operator${because ? `: ${because}` : ''}.`;
};

export const wireBank = (doing: Doing): void => {
  for (const preset of presets) {
    document.querySelector(`[data-preset="${preset}"]`)?.addEventListener('click', () => fill(preset));
  }
  select.addEventListener('change', () => fill('right'));
  byId('bank', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const account = field('account').value.trim();
    doing(credited, () =>
      wish('bank', {
        amount: field('amount').value.trim(),
        currency: field('currency').value.trim().toUpperCase(),
        valueDate: field('value-date').value,
        text: field('bank-text').value,
        ...(account === '' ? {} : { account }),
      }),
    );
  });
};

export const wireClock = (doing: Doing): void => {
  const moved = (body: object): void =>
    doing('The clock was moved.', async () => {
      const answer = await wish('clock', body);
      field('value-date').value = String(answer['now']).slice(0, 10);
      return answer;
    });
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-advance]')) {
    button.addEventListener('click', () => moved({ advance: button.dataset['advance'] }));
  }
  byId('real-time', HTMLButtonElement).addEventListener('click', () =>
    moved({ now: new Date().toISOString() }),
  );
  byId('time', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    moved({ now: `${field('moment').value}:00Z` });
  });
};

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('error', () => reject(new Error('The file could not be read.')));
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.readAsDataURL(file);
  });

export const wireFile = (doing: Doing): void => {
  const form = byId('file', HTMLFormElement);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [file] = field('file-input').files ?? [];
    if (!file) return;
    doing('The file was handed over.', async () =>
      wish('file', {
        person: chosenPerson(),
        language: chosenLanguage(),
        form: new FormData(form).get('form'),
        name: file.name,
        base64: file.size === 0 ? '' : await base64Of(file),
      }),
    );
  });
};
