-- The partner's document, and what leads to it. Keys are compared byte by byte, as they are opaque.

CREATE TABLE partner (
  mpn_id   text COLLATE "C" PRIMARY KEY,
  -- The number of its commits; a commit names the one it was decided on.
  version  integer NOT NULL,
  -- The last commits' own ids, newest first: whoever lost the answer to a commit finds it here.
  commits  text[] NOT NULL,
  state    jsonb NOT NULL,
  -- Has a tenant or people whose ids no Entra tenant gives: production refuses to start with them.
  invented boolean NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX partner_invented ON partner (mpn_id) WHERE invented;

-- When a partner needs attention next. It comes up then, or when its lease is over.
CREATE TABLE due (
  mpn_id       text COLLATE "C" PRIMARY KEY,
  at           timestamptz,
  leased_until timestamptz,
  comes_up     timestamptz GENERATED ALWAYS AS (greatest(at, leased_until)) STORED
) WITH (fillfactor = 85);
CREATE INDEX due_comes_up ON due (comes_up, mpn_id) WHERE comes_up IS NOT NULL;

CREATE TABLE tenant (
  tenant_id text COLLATE "C" PRIMARY KEY,
  mpn_id    text COLLATE "C" NOT NULL
);

-- Global and location MPN IDs.
CREATE TABLE mpn_number (
  number text COLLATE "C" PRIMARY KEY,
  mpn_id text COLLATE "C" NOT NULL
);

-- Numbers are only ever added: one that was drawn is never free again.
CREATE TABLE order_number (
  number text COLLATE "C" PRIMARY KEY,
  mpn_id text COLLATE "C" NOT NULL
);

CREATE TABLE payment (
  payment_id text COLLATE "C" PRIMARY KEY,
  mpn_id     text COLLATE "C" NOT NULL
);

CREATE TABLE proof_use (
  hash         text COLLATE "C" NOT NULL,
  order_number text COLLATE "C" NOT NULL,
  PRIMARY KEY (hash, order_number)
);

-- What waits for an operator at a partner: one row a kind, oldest first in itself.
CREATE TABLE matter (
  mpn_id text COLLATE "C" NOT NULL,
  kind   text COLLATE "C" NOT NULL,
  found  jsonb NOT NULL,
  PRIMARY KEY (mpn_id, kind)
);
CREATE INDEX matter_kind ON matter (kind);

-- Names as they are searched: plain words. A part may stand anywhere, so that every name is looked at.
CREATE TABLE partner_name (
  mpn_id text COLLATE "C" PRIMARY KEY,
  name   text COLLATE "C" NOT NULL
);
