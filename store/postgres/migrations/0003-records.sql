-- What is kept beside the partners.

CREATE TABLE chat (
  tenant_id     text COLLATE "C" NOT NULL,
  aad_object_id text COLLATE "C" NOT NULL,
  record        jsonb NOT NULL,
  PRIMARY KEY (tenant_id, aad_object_id)
) WITH (fillfactor = 70);

CREATE TABLE bank_line (
  id        text COLLATE "C" NOT NULL,
  account   text COLLATE "C" NOT NULL,
  month     text COLLATE "C" NOT NULL,
  booked_on date NOT NULL,
  -- What of its status the ledger is asked for.
  status    text NOT NULL,
  line      jsonb NOT NULL,
  -- Of the call that recorded it: whoever lost the answer asks again and is told the same.
  recorded  text NOT NULL,
  PRIMARY KEY (id, account, month)
);
CREATE INDEX bank_line_month ON bank_line (account, month);
CREATE INDEX bank_line_waiting ON bank_line (status, booked_on) WHERE status IN ('recorded', 'provisional', 'held');

CREATE TABLE parked_news (
  id   text COLLATE "C" PRIMARY KEY,
  news jsonb NOT NULL
);

-- Activities that were answered, for as long as Teams may deliver them again.
CREATE TABLE delivered (
  key text COLLATE "C" PRIMARY KEY,
  at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX delivered_at ON delivered (at);

-- Small things that all instances share, such as the key that signs links.
CREATE TABLE shared (
  name  text COLLATE "C" PRIMARY KEY,
  value text NOT NULL
);

-- A step of a turn; many of them share a round trip.
-- begin: takes the conversation's lock, which the session holds until it gives it back or ends, and only then looks
--        whether the activity was answered: busy | repeated | begun
-- mark:  the activity was answered. Not waited to the disk. Committed before the lock is given back.
-- end:   gives the lock back
CREATE FUNCTION step_turn(step text, conversation bigint, delivery text) RETURNS text
LANGUAGE plpgsql AS $function$
BEGIN
  IF step = 'end' THEN
    PERFORM pg_advisory_unlock(conversation);
    RETURN 'ended';
  END IF;
  IF step = 'mark' THEN
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO delivered (key) VALUES (delivery) ON CONFLICT DO NOTHING;
    RETURN 'marked';
  END IF;
  IF NOT pg_try_advisory_lock(conversation) THEN
    RETURN 'busy';
  END IF;
  PERFORM 1 FROM delivered WHERE key = delivery;
  IF FOUND THEN
    PERFORM pg_advisory_unlock(conversation);
    RETURN 'repeated';
  END IF;
  RETURN 'begun';
END
$function$;

-- Written to see whether a commit could be saved now.
CREATE TABLE probe (
  only_one boolean PRIMARY KEY CHECK (only_one),
  at       timestamptz NOT NULL DEFAULT now()
);

-- Not waited to the disk: a power cut forgets at most where a talk was.
CREATE FUNCTION write_chat(of_tenant text, of_person text, new_record jsonb) RETURNS void
LANGUAGE plpgsql AS $function$
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  INSERT INTO chat (tenant_id, aad_object_id, record) VALUES (of_tenant, of_person, new_record)
  ON CONFLICT (tenant_id, aad_object_id) DO UPDATE SET record = excluded.record;
END
$function$;
