-- A small document stays in its row as it is: to compress what is below 8 KB costs more than the room is worth.
ALTER TABLE partner SET (toast_tuple_target = 8160);
ALTER TABLE chat SET (toast_tuple_target = 8160);

-- What a turn begins with: the partner of the person's tenant, whose state is left out where the newest commit is the
-- known one, and the person's chat record.
CREATE FUNCTION meet(
  of_tenant text, of_person text, known text,
  OUT mpn_id text, OUT version integer, OUT stamp text, OUT state jsonb, OUT record jsonb
) LANGUAGE plpgsql STABLE AS $function$
#variable_conflict use_column
DECLARE
  owner text;
BEGIN
  SELECT mpn_id INTO owner FROM tenant WHERE tenant_id = of_tenant;
  SELECT mpn_id, version, commits[1], CASE WHEN commits[1] = known THEN NULL ELSE state END
  INTO meet.mpn_id, meet.version, meet.stamp, meet.state FROM partner WHERE mpn_id = owner;
  SELECT record INTO meet.record FROM chat WHERE tenant_id = of_tenant AND aad_object_id = of_person;
END
$function$;

-- A commit, all or nothing, in one round trip, that names the commit it follows; the one without `stamp` is for instances
-- of the version before. Each statement carries the key of its table, so that on Citus each goes to one shard, and all
-- of them are one distributed transaction.
--
-- expected: the version it was decided on; 0 for a partner that is new
-- stamp:    the id of the commit that made this version. A crash may forget a commit that was not waited to the disk,
--           after which another one makes the same version again
-- own:      the commit's own id; asked again with the same id it is not made twice
-- added:    look-ups that it brings: {"tenants": [], "mpnNumbers": [], "orders": [], "payments": [], "names": [],
--           "proofs": ["hash order"], "matters": ["{\"kind\": …, \"found\": […]}"]}
-- gone:     look-ups that lead here no more: {"tenants": [], "mpnNumbers": [], "matters": ["kind"]}
-- returns   committed | conflict; raises MB001 where an order number is taken
CREATE FUNCTION commit_partner(
  id text, expected integer, stamp text, own text, new_state jsonb, new_due timestamptz,
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
    WHERE mpn_id = id AND version = expected AND commits[1] = stamp;
  END IF;
  IF NOT FOUND THEN
    PERFORM 1 FROM partner WHERE mpn_id = id AND own = ANY (commits);
    RETURN CASE WHEN FOUND THEN 'committed' ELSE 'conflict' END;
  END IF;

  -- In one order everywhere, so that two commits can't wait for each other.
  IF gone <> '{}' THEN
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
  END IF;

  IF added <> '{}' THEN
    FOR entry IN SELECT jsonb_array_elements_text(added -> 'orders') ORDER BY 1 LOOP
      INSERT INTO order_number (number, mpn_id) VALUES (entry, id) ON CONFLICT DO NOTHING;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'order number % is taken', entry USING ERRCODE = 'MB001';
      END IF;
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
  END IF;

  -- Its lease, if it has one, ends with the commit.
  INSERT INTO due (mpn_id, at) VALUES (id, new_due)
  ON CONFLICT (mpn_id) DO UPDATE SET at = excluded.at, leased_until = NULL
  WHERE due.at IS DISTINCT FROM excluded.at OR due.leased_until IS NOT NULL;
  RETURN 'committed';
END
$function$;
