-- A commit, all or nothing, in one round trip. Each statement carries the key of its table, so that on Citus each
-- goes to one shard, and all of them are one distributed transaction.
--
-- expected: the version it was decided on; 0 for a partner that is new
-- own:      the commit's own id; asked again with the same id it is not made twice
-- added:    look-ups that it brings: {"tenants": [], "mpnNumbers": [], "orders": [], "payments": [], "names": [],
--           "proofs": ["hash order"], "matters": ["{\"kind\": …, \"found\": […]}"]}
-- gone:     look-ups that lead here no more: {"tenants": [], "mpnNumbers": [], "matters": ["kind"]}
-- returns   committed | conflict; raises MB001 where an order number is taken
CREATE FUNCTION commit_partner(
  id text, expected integer, own text, new_state jsonb, new_due timestamptz,
  is_durable boolean, is_invented boolean, added jsonb, gone jsonb
) RETURNS text LANGUAGE plpgsql AS $function$
DECLARE
  entry text;
BEGIN
  IF NOT is_durable THEN
    -- Holds to the end of this transaction: what may be forgotten is not waited for.
    PERFORM set_config('synchronous_commit', 'off', true);
  END IF;

  IF expected = 0 THEN
    INSERT INTO partner (mpn_id, version, commits, state, invented)
    VALUES (id, 1, ARRAY[own], new_state, is_invented)
    ON CONFLICT DO NOTHING;
  ELSE
    UPDATE partner
    SET version = expected + 1, commits = (own || commits)[1:8], state = new_state, invented = is_invented
    WHERE mpn_id = id AND version = expected;
  END IF;
  IF NOT FOUND THEN
    PERFORM 1 FROM partner WHERE mpn_id = id AND own = ANY (commits);
    RETURN CASE WHEN FOUND THEN 'committed' ELSE 'conflict' END;
  END IF;

  -- In one order everywhere, so that two commits can't wait for each other.
  FOR entry IN SELECT jsonb_array_elements_text(added -> 'orders') ORDER BY 1 LOOP
    INSERT INTO order_number (number, mpn_id) VALUES (entry, id) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'order number % is taken', entry USING ERRCODE = 'MB001';
    END IF;
  END LOOP;

  -- Another partner may have it by now, where one import moved it.
  FOR entry IN SELECT jsonb_array_elements_text(gone -> 'tenants') ORDER BY 1 LOOP
    DELETE FROM tenant WHERE tenant_id = entry AND mpn_id = id;
  END LOOP;
  FOR entry IN SELECT jsonb_array_elements_text(gone -> 'mpnNumbers') ORDER BY 1 LOOP
    DELETE FROM mpn_number WHERE number = entry AND mpn_id = id;
  END LOOP;
  FOR entry IN SELECT jsonb_array_elements_text(gone -> 'matters') ORDER BY 1 LOOP
    DELETE FROM matter WHERE mpn_id = id AND kind = entry;
  END LOOP;

  FOR entry IN SELECT jsonb_array_elements_text(added -> 'tenants') ORDER BY 1 LOOP
    INSERT INTO tenant (tenant_id, mpn_id) VALUES (entry, id)
    ON CONFLICT (tenant_id) DO UPDATE SET mpn_id = excluded.mpn_id;
  END LOOP;
  FOR entry IN SELECT jsonb_array_elements_text(added -> 'mpnNumbers') ORDER BY 1 LOOP
    INSERT INTO mpn_number (number, mpn_id) VALUES (entry, id)
    ON CONFLICT (number) DO UPDATE SET mpn_id = excluded.mpn_id;
  END LOOP;
  FOR entry IN SELECT jsonb_array_elements_text(added -> 'payments') ORDER BY 1 LOOP
    INSERT INTO payment (payment_id, mpn_id) VALUES (entry, id)
    ON CONFLICT (payment_id) DO UPDATE SET mpn_id = excluded.mpn_id;
  END LOOP;
  FOR entry IN SELECT jsonb_array_elements_text(added -> 'proofs') ORDER BY 1 LOOP
    INSERT INTO proof_use (hash, order_number) VALUES (split_part(entry, ' ', 1), split_part(entry, ' ', 2))
    ON CONFLICT DO NOTHING;
  END LOOP;
  FOR entry IN SELECT jsonb_array_elements_text(added -> 'matters') ORDER BY 1 LOOP
    INSERT INTO matter (mpn_id, kind, found) VALUES (id, entry::jsonb ->> 'kind', entry::jsonb -> 'found')
    ON CONFLICT (mpn_id, kind) DO UPDATE SET found = excluded.found;
  END LOOP;
  FOR entry IN SELECT jsonb_array_elements_text(added -> 'names') LOOP
    INSERT INTO partner_name (mpn_id, name) VALUES (id, entry)
    ON CONFLICT (mpn_id) DO UPDATE SET name = excluded.name;
  END LOOP;

  -- Its lease, if it has one, ends with the commit.
  INSERT INTO due (mpn_id, at) VALUES (id, new_due)
  ON CONFLICT (mpn_id) DO UPDATE SET at = excluded.at, leased_until = NULL
  WHERE due.at IS DISTINCT FROM excluded.at OR due.leased_until IS NOT NULL;
  RETURN 'committed';
END
$function$;

-- Leases the partners that have come up, earliest first. What is due is looked for over all partners, which is the
-- scheduler's way and nobody's turn waits for it; each is then claimed by its key. Whom another instance is
-- claiming, or a commit is changing, is skipped.
CREATE FUNCTION claim_due(now_is timestamptz, most integer, leased timestamptz)
RETURNS SETOF text LANGUAGE plpgsql AS $function$
DECLARE
  candidate record;
  claimed   integer := 0;
BEGIN
  -- More than are wanted, since another instance may be at the first of them.
  FOR candidate IN
    SELECT mpn_id, comes_up FROM due WHERE comes_up <= now_is ORDER BY comes_up, mpn_id LIMIT most + 200
  LOOP
    PERFORM 1 FROM due WHERE mpn_id = candidate.mpn_id AND comes_up = candidate.comes_up FOR UPDATE SKIP LOCKED;
    CONTINUE WHEN NOT FOUND;
    UPDATE due SET leased_until = leased WHERE mpn_id = candidate.mpn_id;
    claimed := claimed + 1;
    RETURN NEXT candidate.mpn_id;
    EXIT WHEN claimed >= most;
  END LOOP;
END
$function$;
