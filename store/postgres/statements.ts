/** Advisory locks of two numbers, this bot's own first; those of one number are conversations. */
export const advisory = { bot: 0x6d62, migrate: 1, import: 2, instance: 3 } as const;

/** Which column each table is spread over machines by: what it is looked up by. */
export const distribution = {
  partner: 'mpn_id',
  due: 'mpn_id',
  matter: 'mpn_id',
  partner_name: 'mpn_id',
  tenant: 'tenant_id',
  mpn_number: 'number',
  order_number: 'number',
  payment: 'payment_id',
  proof_use: 'hash',
  chat: 'tenant_id',
  bank_line: 'id',
  parked_news: 'id',
  delivered: 'key',
} as const;

/** Small, and kept by the coordinator: `shared` is read at start, `migration` and `probe` beside everything else. */
export const undistributed = ['migration', 'shared', 'probe'] as const;

/**
 * What turns wait for. Each carries its table's key, and can be asked again without a second effect, so that a lost
 * answer is simply asked for once more. So do the statements in the bodies of the functions, see migrations/.
 */
export const keyed = {
  // The state only where it is another than the one that is known.
  readPartner: `
    SELECT version, commits[1] AS stamp, CASE WHEN commits[1] = $2 THEN NULL ELSE state END AS state
    FROM partner WHERE mpn_id = $1`,
  commitPartner: 'SELECT commit_partner($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS outcome',
  // Of many who begin their turns at the same time.
  meet: `
    SELECT version, stamp, state, record
    FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS asked (tenant, person, known, nth),
         LATERAL meet(tenant, person, known)
    ORDER BY nth`,
  ofMpnNumber: 'SELECT mpn_id FROM mpn_number WHERE number = $1',
  ofOrder: 'SELECT mpn_id FROM order_number WHERE number = $1',
  ofPayment: 'SELECT mpn_id FROM payment WHERE payment_id = $1',
  ordersWithProof: 'SELECT order_number FROM proof_use WHERE hash = $1',

  readChat: 'SELECT record FROM chat WHERE tenant_id = $1 AND aad_object_id = $2',
  writeChats: `
    SELECT write_chat(tenant, person, record)
    FROM jsonb_to_recordset($1::jsonb) AS written (tenant text, person text, record jsonb)`,

  // Gives a row where the line is new, or was recorded by this very call.
  recordLine: `
    INSERT INTO bank_line (id, account, month, booked_on, status, line, recorded)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (id, account, month) DO UPDATE SET recorded = excluded.recorded
    WHERE bank_line.recorded = excluded.recorded
    RETURNING id`,
  markLine: `
    INSERT INTO bank_line (id, account, month, booked_on, status, line, recorded)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (id, account, month) DO UPDATE SET status = excluded.status, line = excluded.line`,
  findLine: 'SELECT line FROM bank_line WHERE id = $1 ORDER BY month LIMIT 1',

  park: 'INSERT INTO parked_news (id, news) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET news = excluded.news',
  unpark: 'DELETE FROM parked_news WHERE id = $1',

  // Locks are the session's. In the order of the arrays.
  stepTurns: `
    SELECT step_turn(step, lock::bigint, delivery) AS outcome
    FROM unnest($1::text[], $2::text[], $3::text[]) AS steps (step, lock, delivery)`,
  // Shared by all: who has it is an instance that runs.
  beCounted: `SELECT pg_try_advisory_lock_shared(${advisory.bot}, ${advisory.instance})`,
} as const;

/** What goes over all partners or lines: the scheduler's, an operator's or a start's, and no turn waits for it. */
export const across = {
  claimDue: 'SELECT claim_due($1, $2, $3) AS mpn_id',
  // Unless a commit has said otherwise meanwhile.
  setDue: `
    UPDATE due SET at = $3
    WHERE mpn_id = $1 AND at IS DISTINCT FROM $3
      AND EXISTS (SELECT 1 FROM partner WHERE mpn_id = $1 AND version = $2)`,
  withMatter: 'SELECT mpn_id, found FROM matter WHERE kind = $1',
  named: 'SELECT mpn_id FROM partner_name WHERE position($1 IN name) > 0 ORDER BY name, mpn_id LIMIT $2',
  nextPartners: 'SELECT version, state FROM partner WHERE mpn_id > $1 ORDER BY mpn_id LIMIT $2',
  inventedPartners: 'SELECT state FROM partner WHERE invented ORDER BY mpn_id LIMIT $1',
  waitingLines: 'SELECT line FROM bank_line WHERE status = $1',
  linesOfMonth: 'SELECT line FROM bank_line WHERE account = $1 AND month = $2',
  parkedNews: 'SELECT news FROM parked_news ORDER BY id',
  forgetDelivered: `DELETE FROM delivered WHERE at < now() - make_interval(secs => $1)`,
  probe: `
    INSERT INTO probe (only_one) VALUES (true) ON CONFLICT (only_one) DO UPDATE SET at = now()`,
  shareOnce: 'INSERT INTO shared (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING',
  share:
    'INSERT INTO shared (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  readShared: 'SELECT value FROM shared WHERE name = $1',

  countAll: `
    SELECT (SELECT count(*)::integer FROM partner) AS partners,
           (SELECT count(*)::integer FROM chat) AS chats,
           (SELECT count(*)::integer FROM bank_line) AS "bankLines",
           (SELECT count(*)::integer FROM parked_news) AS "parkedNews"`,

  countInstances: `
    SELECT count(*)::integer AS instances FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND classid = ${advisory.bot} AND objid = ${advisory.instance}
      AND objsubid = 2 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,

  // An import, one at a time, which holds what it judges until it has written.
  importAlone: `SELECT pg_advisory_xact_lock(${advisory.bot}, ${advisory.import})`,
  holdPartners: `
    SELECT mpn_id, version, commits[1] AS stamp, state
    FROM partner WHERE mpn_id = ANY ($1) ORDER BY mpn_id FOR UPDATE`,
  ownersOfTenants: 'SELECT tenant_id AS key, mpn_id FROM tenant WHERE tenant_id = ANY ($1)',
  ownersOfMpnNumbers: 'SELECT number AS key, mpn_id FROM mpn_number WHERE number = ANY ($1)',
  ownersOfOrders: 'SELECT number AS key, mpn_id FROM order_number WHERE number = ANY ($1)',
} as const;

export type StatementName = keyof typeof keyed | keyof typeof across;

export const textOf = (name: StatementName): string => ({ ...keyed, ...across })[name];
