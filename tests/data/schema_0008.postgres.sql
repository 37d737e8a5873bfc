CREATE TABLE practice_core_attempts (
    practice_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    id character varying(64) NOT NULL COLLATE pg_catalog."C",
    kind character varying(32) NOT NULL,
    session_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    relationship_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    therapist_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    payer_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    amount bigint NOT NULL,
    amount_currency character varying(3) NOT NULL,
    description text NOT NULL,
    card_reference text,
    account text,
    charge_id character varying(64) COLLATE pg_catalog."C",
    charge_reference text,
    made_at timestamp with time zone NOT NULL,
    status character varying(32) NOT NULL,
    reference text,
    reason character varying(32),
    settled_at timestamp with time zone,
    elsewhere boolean NOT NULL,
    version integer NOT NULL
);
CREATE TABLE practice_core_clients (
    practice_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    id character varying(64) NOT NULL COLLATE pg_catalog."C",
    given_name text NOT NULL,
    family_name text NOT NULL,
    email text,
    phone text,
    date_of_birth date,
    language text NOT NULL,
    card_reference text,
    card_brand text,
    card_last4 character varying(4),
    card_exp_month integer,
    card_exp_year integer,
    gateway_account text,
    registered_by text NOT NULL,
    version integer NOT NULL,
    journal_number integer NOT NULL,
    journal_digest character varying(64) NOT NULL,
    erased_at timestamp with time zone,
    forget_due_at timestamp with time zone
);
CREATE TABLE practice_core_journal (
    practice_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    kind character varying(32) NOT NULL,
    thing_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    number integer NOT NULL,
    what character varying(32) NOT NULL,
    actor text NOT NULL,
    requested_by text NOT NULL,
    at timestamp with time zone NOT NULL,
    facts text NOT NULL,
    note text NOT NULL,
    previous character varying(64) NOT NULL,
    digest character varying(64) NOT NULL,
    note_salt character varying(64) DEFAULT ''::character varying NOT NULL,
    note_digest character varying(64)
);
CREATE TABLE practice_core_keys (
    practice_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    id character varying(64) NOT NULL COLLATE pg_catalog."C",
    fingerprint character varying(64) NOT NULL,
    answer text NOT NULL,
    used_at timestamp with time zone NOT NULL,
    version integer NOT NULL
);
CREATE TABLE practice_core_notices (
    practice_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    id character varying(64) NOT NULL COLLATE pg_catalog."C",
    kind character varying(32) NOT NULL,
    addressee text NOT NULL,
    about text NOT NULL,
    facts text NOT NULL,
    state character varying(32) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    language text DEFAULT 'en-GB'::text NOT NULL,
    due_at timestamp with time zone,
    tries integer DEFAULT 0 NOT NULL,
    waiting_since timestamp with time zone DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    reason text DEFAULT ''::text NOT NULL
);
CREATE TABLE practice_core_practices (
    id character varying(64) NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    time_zone text NOT NULL,
    currency character varying(3) NOT NULL,
    policy text NOT NULL,
    version integer NOT NULL,
    journal_number integer NOT NULL,
    journal_digest character varying(64) NOT NULL,
    language text DEFAULT 'en-GB'::text NOT NULL
);
CREATE TABLE practice_core_relationships (
    practice_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    id character varying(64) NOT NULL COLLATE pg_catalog."C",
    therapist_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    attendee_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    payer_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    status character varying(32) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    fee bigint,
    fee_currency character varying(3),
    ended_at timestamp with time zone,
    end_reason text,
    ended_by text,
    predecessor_id character varying(64) COLLATE pg_catalog."C",
    successor_id character varying(64) COLLATE pg_catalog."C",
    awaits_agreement boolean NOT NULL,
    version integer NOT NULL,
    journal_number integer NOT NULL,
    journal_digest character varying(64) NOT NULL,
    attendee_born_on date,
    under_age_by integer,
    birthday_told_at timestamp with time zone,
    reviewed_at timestamp with time zone,
    review character varying(32)
);
CREATE TABLE practice_core_requests (
    practice_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    id character varying(64) NOT NULL COLLATE pg_catalog."C",
    relationship_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    requested_by character varying(64) NOT NULL COLLATE pg_catalog."C",
    requested_at timestamp with time zone NOT NULL,
    recorded_by text NOT NULL,
    channel text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    status character varying(32) NOT NULL,
    accepted_at timestamp with time zone,
    closed_at timestamp with time zone,
    close_reason text NOT NULL,
    version integer NOT NULL,
    new_payer_id character varying(64) DEFAULT ''::character varying NOT NULL COLLATE pg_catalog."C",
    token_digest character varying(64) DEFAULT ''::character varying NOT NULL
);
CREATE TABLE practice_core_sessions (
    practice_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    id character varying(64) NOT NULL COLLATE pg_catalog."C",
    relationship_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    therapist_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    attendee_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    payer_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    price bigint NOT NULL,
    price_currency character varying(3) NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    charge_due_at timestamp with time zone NOT NULL,
    status character varying(32) NOT NULL,
    settlement character varying(32) NOT NULL,
    rebooked_from character varying(64) COLLATE pg_catalog."C",
    rebooked_as character varying(64) COLLATE pg_catalog."C",
    closed_at timestamp with time zone,
    late boolean NOT NULL,
    close_reason text NOT NULL,
    version integer NOT NULL,
    journal_number integer NOT NULL,
    journal_digest character varying(64) NOT NULL,
    due_work character varying(32),
    due_at timestamp with time zone,
    sequence integer DEFAULT 0 NOT NULL
);
CREATE TABLE practice_core_therapists (
    practice_id character varying(64) NOT NULL COLLATE pg_catalog."C",
    id character varying(64) NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    email text,
    version integer NOT NULL,
    journal_number integer NOT NULL,
    journal_digest character varying(64) NOT NULL
);
CREATE TABLE practice_core_version (
    version_num character varying(32) NOT NULL
);
INSERT INTO practice_core_attempts VALUES ('p', '01a2243c-7d4d-7265-bdc5-2e9e15ed8646', 'charge', 'paid', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a2243c-7d4d-7265-bdc5-2e9e15ed8646', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a2243c-7d6e-7194-887b-4241ff081ea9', 'charge', 'given back', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a2243c-7d6e-7194-887b-4241ff081ea9', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a2243c-7d7e-702c-a08c-7e85b592a4ae', 'refund', 'given back', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', NULL, 'memory-c', '01a2243c-7d6e-7194-887b-4241ff081ea9', 'payment-p/01a2243c-7d6e-7194-887b-4241ff081ea9', '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a2243c-7d7e-702c-a08c-7e85b592a4ae', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a2243c-7d95-7602-9c7b-0751ae922ee0', 'charge', 'declined', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'declined', NULL, 'insufficient_funds', '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a2243c-7da9-7734-b8db-f6c50a6a5a99', 'charge', 'unknown', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'pending', NULL, NULL, NULL, false, 1);
INSERT INTO practice_core_clients VALUES ('p', 'told', 'Kit', 'Vale', NULL, NULL, '2010-04-01', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, '1ad49b2180aa7f509ea116911d95b665f95c76d2a91ef889175055eb56cfef6f', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'seen', 'Kit', 'Vale', NULL, NULL, '2010-04-02', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, 'c35958a9487907c3599600169e6b8696bef528584a7f33825e6ba3cda345dd3a', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'waits', 'Kit', 'Vale', NULL, NULL, '2010-04-03', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, '8d8bce98c68a8d84afa792238bd95d734d110318e9cb216cbf401c7f79594f2b', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'd', 'Ines', 'Vale', 'd@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_d', 'visa', '4242', 3, 2029, 'memory-d', 'staff:desk', 7, 2, '44f598cff157c46d6c3450e663507e66d47966c9117dd47efc4b28c44c775e5c', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'zoe', 'Zoë', 'O''Brien; --', NULL, NULL, NULL, 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 4, 1, 'aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'c', 'Ines', 'Vale', 'c@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_c', 'visa', '4242', 3, 2029, 'memory-c', 'staff:desk', 5, 2, 'c3b814ff9e78f5c32c9a08d8d037b833993416b7e67bb71af395589059fb3c12', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'gone', '', '', NULL, NULL, NULL, 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 3, 2, '83493ca41c2da054b85ca6192a0d145ebc3fd866c1081f4d262be3c06a4b9091', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00');
INSERT INTO practice_core_journal VALUES ('p', 'practice', 'p', 1, 'opened', 'system:system', '', '2026-03-02 12:00:00+00', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":["24","12"],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}', '', '', '420bc36eac9621f98222fb84d645dff7722525596357e29d23ba65d326cf59a1', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'therapist', 't', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'c3faed71e15e669a07246afc017b90ecebe04af6aef499d6744324da3d727aae', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'c', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '4b0405f4381709c640bfc30ebbd17152964341ac82275d48d5810bc45c10fd12', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'c', 2, 'card_added', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', 'visa 4242', '4b0405f4381709c640bfc30ebbd17152964341ac82275d48d5810bc45c10fd12', 'c3b814ff9e78f5c32c9a08d8d037b833993416b7e67bb71af395589059fb3c12', '4446d20943c00a831673dbc98c88d571', 'fd6fc8ceea03e9e5df66ddfa52aa7f1fb7821530bec445088e43db96eb2ff860');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'd', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'd', 2, 'card_added', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', 'visa 4242', '41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04', '44f598cff157c46d6c3450e663507e66d47966c9117dd47efc4b28c44c775e5c', 'a9ddf907efcfe19c430cad257982db34', '362b249a2e58a6afb92e22527a2a03ec698a5fdacd62e6c9d644c332b2c8ca36');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":6000,"currency":"GBP","therapist_id":"t","attendee_id":"c","payer_id":"d"}', '', '', 'bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's4', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r","starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'zoe', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"c","payer_id":"zoe"}', '', '', '997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 2, 'migration_requested', 'staff:desk', 'zoe', '2026-03-02 12:00:00+00', '{"request_id":"q1"}', 'by post', '997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe', 'eb8173e4d24409ebf012080f8625ff3ce06a958acefa154e5254672b431e8952', 'f5cc4b1fb3a04dcafc7d2f7992e0f1eb', 'eab882489c6d5e71183546622d1b062600a14359f5c03db51e8433d447b37199');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 3, 'request_declined', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"request_id":"q1"}', 'Not yet,
''please''', 'eb8173e4d24409ebf012080f8625ff3ce06a958acefa154e5254672b431e8952', '9cc525b4947ed03c9c015adfce1d7fb5a462ef018053c420e9891a208bda682c', 'f8b88b9ea8c42a1396a494bd88c34251', '45db7069fd55310627579f2012092156250fc3cfb0d61afef7b2a95390215491');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 4, 'migration_requested', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"request_id":"q2"}', '', '9cc525b4947ed03c9c015adfce1d7fb5a462ef018053c420e9891a208bda682c', 'f0fea110d91818db38e1c6b52034fbe095aa39f52d170b116e0e5b73773cbb0b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r', 2, 'migrated', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"successor_id":"r2","request_id":"01a2243c-7d05-7751-a020-a6b64d753ac1","sessions_to_rebook":["s3","s4"]}', '', 'bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989', '2c9c2a4b79023841f028c905b74fc93d8288e1b75550c64cc1d275b5e944654b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r2', 1, 'opened_by_migration', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"predecessor_id":"r","awaits_agreement":false}', '', '', '1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3', 2, 'rebooked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"rebooked_as":"s3-again"}', '', '35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3', '60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}', '', '', '5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 2, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'ill', '5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3', '89586b7423f5bbda9caa90bb2c5090eacb7adbc667f79e2e6f58c24175f5cf00', '49a01e61c75dffa631cc97bce27d47c6', '6dec502cadd45cebe77850ab3ff7c56e05db29ea886d477a9a273aff1c7f899a');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's5', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}', '', '', 'd337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2243c-7d4d-7265-bdc5-2e9e15ed8646","amount":6000,"currency":"GBP"}', '', '7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd', 'c69d85816ef72ca7ffeeb38be0287ec95ecd49e97192ae5e2313c5e3d4de3486', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 3, 'charged', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2243c-7d4d-7265-bdc5-2e9e15ed8646","amount":6000,"currency":"GBP"}', '', 'c69d85816ef72ca7ffeeb38be0287ec95ecd49e97192ae5e2313c5e3d4de3486', 'dad5c02aba1c3ce4bd1addbf2e4462ea9fcdc0ef834875ff1d48933638afc55e', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2243c-7d6e-7194-887b-4241ff081ea9","amount":6000,"currency":"GBP"}', '', '0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb', '7733b9bfbdde0d522ed5eb866f8df240b5388c77fc376ff356559fb0e4463437', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 3, 'charged', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2243c-7d6e-7194-887b-4241ff081ea9","amount":6000,"currency":"GBP"}', '', '7733b9bfbdde0d522ed5eb866f8df240b5388c77fc376ff356559fb0e4463437', 'cd158eb0e426c3c9b393329f8677a4a036383d7e265997251e715adca95b3cd2', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 4, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'a burst pipe', 'cd158eb0e426c3c9b393329f8677a4a036383d7e265997251e715adca95b3cd2', '8a9ee0169adfbf5332e1a80823d738fe9fb1c0dfe0fa229a28a612f84cda0a60', '1f17b7695574910490feec3128a056d6', '65dbb8d347de38d8aff6ac4e781213e4daffe13a7c35069b5e13484cd8ef0e20');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 5, 'refund_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2243c-7d7e-702c-a08c-7e85b592a4ae","amount":6000,"currency":"GBP","charge_id":"01a2243c-7d6e-7194-887b-4241ff081ea9"}', '', '8a9ee0169adfbf5332e1a80823d738fe9fb1c0dfe0fa229a28a612f84cda0a60', 'e3dfe251bcb23ceda0621bd9ab29b100451a810cf94466d646fa138bd2badb9f', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 6, 'refunded', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2243c-7d7e-702c-a08c-7e85b592a4ae","amount":6000,"currency":"GBP","charge_id":"01a2243c-7d6e-7194-887b-4241ff081ea9"}', '', 'e3dfe251bcb23ceda0621bd9ab29b100451a810cf94466d646fa138bd2badb9f', 'f60878951053f905cff0ab26303f94c912aaa4f357bb6a3517e4be58837b8cce', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2243c-7d95-7602-9c7b-0751ae922ee0","amount":6000,"currency":"GBP"}', '', '1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7', '6eb3fc33710ec399bdb289d90527200190549bce2cf60deed73941ab61335f23', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 3, 'charge_declined', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2243c-7d95-7602-9c7b-0751ae922ee0","amount":6000,"currency":"GBP","reason":"insufficient_funds"}', '', '6eb3fc33710ec399bdb289d90527200190549bce2cf60deed73941ab61335f23', '3aec92266f63872a524cbb3dc14624c8957cb9dbcc127aca2d9ae22b00ed425f', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'unknown', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}', '', '', 'fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'unknown', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2243c-7da9-7734-b8db-f6c50a6a5a99","amount":6000,"currency":"GBP"}', '', 'fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b', '35c4a3f36b1c866478741da1b1bc4999c32ca1f5adc2ee09bd6d6b713dcb3655', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'told', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '1ad49b2180aa7f509ea116911d95b665f95c76d2a91ef889175055eb56cfef6f', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'seen', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'c35958a9487907c3599600169e6b8696bef528584a7f33825e6ba3cda345dd3a', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'waits', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '8d8bce98c68a8d84afa792238bd95d734d110318e9cb216cbf401c7f79594f2b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of told', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"told","payer_id":"d"}', '', '', '8b4a3437c80bdfa1330494fad066b3f67c62cb0152aa4d260ef2dd3555da8adb', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of seen', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"seen","payer_id":"d"}', '', '', '0627a38e31d795f872769f9c397ed89ed00ba62669c6514d594da2ba9e2c0c9e', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of seen', 2, 'reviewed', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '0627a38e31d795f872769f9c397ed89ed00ba62669c6514d594da2ba9e2c0c9e', '02f6979296e5d8eb9e32a06a7a87886bccadb324b52704c0ab212f7350560afb', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of told', 2, 'birthday_told', 'system:system', '', '2026-03-02 12:00:00+00', '{"therapist_id":"t"}', '', '8b4a3437c80bdfa1330494fad066b3f67c62cb0152aa4d260ef2dd3555da8adb', 'dda2ac522d34bee26f543522f508e462608bedbeaa043b947a6d12c3c63b49ef', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of waits', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"waits","payer_id":"d"}', '', '', '47921190b13da256955089bf8ca5c10f6083809c9de4ff79181035ade0869595', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'own', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"zoe","payer_id":"zoe"}', '', '', 'ca15235152d9a3d9dcfa71d2ac7822fe2b8939b53a331a4c0968757bbac9d464', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'own', 2, 'handing_over_requested', 'staff:desk', 'zoe', '2026-03-02 12:00:00+00', '{"new_payer_id":"d","request_id":"q3"}', '', 'ca15235152d9a3d9dcfa71d2ac7822fe2b8939b53a331a4c0968757bbac9d464', 'df99481f9c2e5a12a3724db397f2544ab36d72f463b0f67b88c11a45de230274', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'own', 3, 'request_accepted', 'staff:desk', 'd', '2026-03-02 12:00:00+00', '{"request_id":"q3"}', '', 'df99481f9c2e5a12a3724db397f2544ab36d72f463b0f67b88c11a45de230274', '1c24801b72314c137ad0f0e15163b7bd372f2215f423b8af4c4f5e49a6bae8d4', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'own', 4, 'transferred', 'staff:desk', 'zoe', '2026-03-02 12:00:00+00', '{"successor_id":"then","request_id":"q3","sessions_to_rebook":[]}', '', '1c24801b72314c137ad0f0e15163b7bd372f2215f423b8af4c4f5e49a6bae8d4', 'f853867794f5bfbb9eaf4ec7afe82036dde7abbfc323ec2cbe65feb393bd8cf0', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'then', 1, 'opened_by_transfer', 'staff:desk', 'zoe', '2026-03-02 12:00:00+00', '{"payer_id":"d","predecessor_id":"own","awaits_agreement":false}', '', '', 'e50261676b5d53a5af8ef6e35146c8409014112296d024f0e5af66716d8f3ffb', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'then', 2, 'handing_over_requested', 'staff:desk', 'zoe', '2026-03-02 12:00:00+00', '{"new_payer_id":"c","request_id":"q4"}', '', 'e50261676b5d53a5af8ef6e35146c8409014112296d024f0e5af66716d8f3ffb', '281f37cf6d1ce14f76aeeccff131f2a0a0811131a6d0ce887f9241c237222e2c', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'gone', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'a5f39cd2269ae6327f23da66d5e573dcac53422bf825b80ec87c8a93f3d2e9a7', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of gone', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"gone","payer_id":"gone"}', '', '', 'f13bb1f3771fe8c48221420ca91b6573eef3df18a84fe8576068c4647cb3a1ed', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'gone', 2, 'erased', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', 'a5f39cd2269ae6327f23da66d5e573dcac53422bf825b80ec87c8a93f3d2e9a7', '83493ca41c2da054b85ca6192a0d145ebc3fd866c1081f4d262be3c06a4b9091', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of gone', 3, 'party_erased', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"client_id":"gone"}', '', '986a69fe254fdfad1ac7724afa34d2815c9f17042c4c701781b4dfc473c82998', '1672bd763dd8c90ec0347d1ed68ddc917bfa8277d37e37110af2ee8d24d631a8', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of gone', 2, 'ended', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', 'f13bb1f3771fe8c48221420ca91b6573eef3df18a84fe8576068c4647cb3a1ed', '986a69fe254fdfad1ac7724afa34d2815c9f17042c4c701781b4dfc473c82998', '', '3184d21577080b2e8a24397035b111c3004555c6dc2668a3dd6197d73bd5fc53');
INSERT INTO practice_core_keys VALUES ('p', '2193f5786220ee8550514c10e2c0ba3ccd5e0fcded14538cd52f666fe2fb9a00', '20536d4d75301061dbb5c8fe3d9260685b8be463c64a05570d7433f352a9e697', '["r","r2","s3","s4"]', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7c5c-7284-8277-af03bce13923', 'session_booked', 'client:c', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7c5c-7284-8277-af046d13ed91', 'session_booked', 'client:d', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7c5c-7284-8277-af0516d4b87a', 'session_booked', 'therapist:t', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7c68-7262-804c-4c38b42a9953', 'session_booked', 'client:c', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7c68-7262-804c-4c3956798750', 'session_booked', 'client:d', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7c68-7262-804c-4c3ae59d7bdd', 'session_booked', 'therapist:t', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7cd7-7661-a6e6-e1c752a426ae', 'migration_requested', 'client:c', 'relationship:z', '{"request_id":"q1","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7cd7-7661-a6e6-e1c8c931dd01', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q1","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7cea-7203-84b6-7ca358b80828', 'request_declined', 'client:zoe', 'relationship:z', '{"request_id":"q1"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7cf2-7335-8839-8f274ae3d6b7', 'migration_requested', 'client:zoe', 'relationship:z', '{"request_id":"q2","asked":"c"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7cf2-7335-8839-8f286c1eceb8', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q2","asked":"c"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d05-7751-a020-a6b7ba1d48be', 'yours_to_pay', 'client:c', 'relationship:r', '{"successor_id":"r2"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d05-7751-a020-a6b8abbce3bd', 'no_longer_yours_to_pay', 'client:d', 'relationship:r', '{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d1b-77ab-bcf5-a463a13f7b02', 'session_rebooked', 'client:c', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d1b-77ab-bcf5-a46471601676', 'session_rebooked', 'therapist:t', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d2d-708c-a9ec-114b3d0fdccc', 'session_cancelled', 'client:c', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d2d-708c-a9ec-114c2179dc83', 'session_cancelled', 'therapist:t', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d35-764c-a5ef-f421b454c939', 'session_booked', 'client:c', 'session:s5', '{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d35-764c-a5ef-f4221b3feb36', 'session_booked', 'therapist:t', 'session:s5', '{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d41-7406-af6a-94847ac600e5', 'session_booked', 'client:c', 'session:paid', '{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d41-7406-af6a-9485f23f9ac4', 'session_booked', 'therapist:t', 'session:paid', '{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d61-734b-ad6d-801c61ba426f', 'charge_paid', 'client:c', 'session:paid', '{"attempt_id":"01a2243c-7d4d-7265-bdc5-2e9e15ed8646","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d69-7740-bc39-f2e65736f8bd', 'session_booked', 'client:c', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d69-7740-bc39-f2e709393066', 'session_booked', 'therapist:t', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d71-740d-8d82-52ce7ed673c1', 'charge_paid', 'client:c', 'session:given back', '{"attempt_id":"01a2243c-7d6e-7194-887b-4241ff081ea9","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d74-7534-b1ba-e7272eeda1a1', 'session_cancelled', 'client:c', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d74-7534-b1ba-e7287d2fee12', 'session_cancelled', 'therapist:t', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d86-7634-8006-7232d74f9491', 'refund_made', 'client:c', 'session:given back', '{"attempt_id":"01a2243c-7d7e-702c-a08c-7e85b592a4ae","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d90-76a3-8a17-302d62ceeb36', 'session_booked', 'client:c', 'session:declined', '{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d90-76a3-8a17-302e9614c0da', 'session_booked', 'therapist:t', 'session:declined', '{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d9a-70e2-a36d-6f5e569d8114', 'charge_declined', 'client:c', 'session:declined', '{"attempt_id":"01a2243c-7d95-7602-9c7b-0751ae922ee0","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7d9a-70e2-a36d-6f5f99c6c3e4', 'charge_declined', 'therapist:t', 'session:declined', '{"attempt_id":"01a2243c-7d95-7602-9c7b-0751ae922ee0","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7da4-76fe-bd12-dfd9cfec0d08', 'session_booked', 'client:c', 'session:unknown', '{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7da4-76fe-bd12-dfda4a53a030', 'session_booked', 'therapist:t', 'session:unknown', '{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7dce-7689-ae30-140a356c8184', 'birthday_near', 'therapist:t', 'relationship:of told', '{}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7def-74b3-9a88-6b316a3b9a1a', 'asked_to_pay', 'client:d', 'relationship:own', '{"request_id":"q3","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7def-74b3-9a88-6b326912bdb5', 'handing_over_requested', 'therapist:t', 'relationship:own', '{"request_id":"q3","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7e11-777a-be69-333527ab8dc4', 'yours_to_pay', 'client:d', 'relationship:own', '{"successor_id":"then"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7e11-777a-be69-3336e0a0709d', 'no_longer_yours_to_pay', 'client:zoe', 'relationship:own', '{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":[],"passed_to":"d"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7e1d-7462-89eb-990e41470f24', 'asked_to_pay', 'client:c', 'relationship:then', '{"request_id":"q4","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7e1d-7462-89eb-990f8eec5946', 'handing_over_requested', 'client:d', 'relationship:then', '{"request_id":"q4","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2243c-7e1d-7462-89eb-99100f530a38', 'handing_over_requested', 'therapist:t', 'relationship:then', '{"request_id":"q4","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_practices VALUES ('p', 'Willow', 'Europe/London', 'GBP', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":[24,12],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}', 1, 1, '420bc36eac9621f98222fb84d645dff7722525596357e29d23ba65d326cf59a1', 'en-GB');
INSERT INTO practice_core_relationships VALUES ('p', 'z', 't', 'c', 'zoe', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 4, 4, 'f0fea110d91818db38e1c6b52034fbe095aa39f52d170b116e0e5b73773cbb0b', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'r', 't', 'c', 'd', 'ended', '2026-03-02 12:00:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', 'migrated', 'staff:desk', NULL, 'r2', false, 5, 2, '2c9c2a4b79023841f028c905b74fc93d8288e1b75550c64cc1d275b5e944654b', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'r2', 't', 'c', 'c', 'active', '2026-03-02 12:00:00+00', 6000, 'GBP', NULL, NULL, NULL, 'r', NULL, false, 7, 1, '1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'of seen', 't', 'seen', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 2, 2, '02f6979296e5d8eb9e32a06a7a87886bccadb324b52704c0ab212f7350560afb', '2010-04-02', 16, NULL, '2026-03-02 12:00:00+00', NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'of told', 't', 'told', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 2, 2, 'dda2ac522d34bee26f543522f508e462608bedbeaa043b947a6d12c3c63b49ef', '2010-04-01', 16, '2026-03-02 12:00:00+00', NULL, 'told');
INSERT INTO practice_core_relationships VALUES ('p', 'of waits', 't', 'waits', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 1, 1, '47921190b13da256955089bf8ca5c10f6083809c9de4ff79181035ade0869595', '2010-04-03', 16, NULL, NULL, 'waiting');
INSERT INTO practice_core_relationships VALUES ('p', 'own', 't', 'zoe', 'zoe', 'ended', '2026-03-02 12:00:00+00', NULL, NULL, '2026-03-02 12:00:00+00', 'transferred', 'staff:desk', NULL, 'then', false, 4, 4, 'f853867794f5bfbb9eaf4ec7afe82036dde7abbfc323ec2cbe65feb393bd8cf0', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'then', 't', 'zoe', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, 'own', NULL, false, 2, 2, '281f37cf6d1ce14f76aeeccff131f2a0a0811131a6d0ce887f9241c237222e2c', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'of gone', 't', 'gone', 'gone', 'ended', '2026-03-02 12:00:00+00', NULL, NULL, '2026-03-02 12:00:00+00', 'erased', 'staff:desk', NULL, NULL, false, 3, 3, '1672bd763dd8c90ec0347d1ed68ddc917bfa8277d37e37110af2ee8d24d631a8', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_requests VALUES ('p', 'q1', 'z', 'zoe', '2026-03-02 12:00:00+00', 'staff:desk', 'by post', '2026-04-01 12:00:00+00', 'declined', NULL, '2026-03-02 12:00:00+00', 'Not yet,
''please''', 2, 'c', 'ad7a730b661f7e704bbffb2a743df39aaa5d645b8aab8479df789b1361906467');
INSERT INTO practice_core_requests VALUES ('p', 'q2', 'z', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'pending', NULL, NULL, '', 1, 'c', '');
INSERT INTO practice_core_requests VALUES ('p', '01a2243c-7d05-7751-a020-a6b64d753ac1', 'r', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'confirmed', NULL, '2026-03-02 12:00:00+00', '', 1, 'c', '');
INSERT INTO practice_core_requests VALUES ('p', 'q3', 'own', 'zoe', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'confirmed', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', '', 3, 'd', '03ea4a60382226b0549aed2908119ed9ea981277a8b958f27e60a137ca657358');
INSERT INTO practice_core_requests VALUES ('p', 'q4', 'then', 'zoe', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'pending', NULL, NULL, '', 1, 'c', '28c7bd53a067a705c784a099b06f5aa03ab3be1b979e990a0b51be92f2ff606e');
INSERT INTO practice_core_sessions VALUES ('p', 's4', 'r', 't', 'c', 'd', '2026-03-06 12:00:00+00', '2026-03-06 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-04 12:00:00+00', 'scheduled', 'open', NULL, NULL, NULL, false, '', 1, 1, '037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c', 'charge', '2026-03-04 12:00:00+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 's3', 'r', 't', 'c', 'd', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', NULL, 's3-again', '2026-03-02 12:00:00+00', false, '', 2, 2, '60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 's3-again', 'r2', 't', 'c', 'c', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', 's3', NULL, '2026-03-02 12:00:00+00', false, 'ill', 2, 2, '89586b7423f5bbda9caa90bb2c5090eacb7adbc667f79e2e6f58c24175f5cf00', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 's5', 'r2', 't', 'c', 'c', '2026-03-07 12:00:00.000001+00', '2026-03-07 12:50:00.000001+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-05 12:00:00.000001+00', 'scheduled', 'open', NULL, NULL, NULL, false, '', 1, 1, 'd337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446', 'charge', '2026-03-05 12:00:00.000001+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 'paid', 'r2', 't', 'c', 'c', '2026-03-02 17:00:00+00', '2026-03-02 17:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'paid', NULL, NULL, NULL, false, '', 3, 3, 'dad5c02aba1c3ce4bd1addbf2e4462ea9fcdc0ef834875ff1d48933638afc55e', NULL, NULL, 0);
INSERT INTO practice_core_sessions VALUES ('p', 'given back', 'r2', 't', 'c', 'c', '2026-03-02 18:00:00+00', '2026-03-02 18:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'cancelled', 'refunded', NULL, NULL, '2026-03-02 12:00:00+00', false, 'a burst pipe', 6, 6, 'f60878951053f905cff0ab26303f94c912aaa4f357bb6a3517e4be58837b8cce', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 'declined', 'r2', 't', 'c', 'c', '2026-03-02 19:00:00+00', '2026-03-02 19:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'declined', NULL, NULL, NULL, false, '', 3, 3, '3aec92266f63872a524cbb3dc14624c8957cb9dbcc127aca2d9ae22b00ed425f', 'cancel', '2026-03-02 18:00:00+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 'unknown', 'r2', 't', 'c', 'c', '2026-03-02 20:00:00+00', '2026-03-02 20:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'pending', NULL, NULL, NULL, false, '', 2, 2, '35c4a3f36b1c866478741da1b1bc4999c32ca1f5adc2ee09bd6d6b713dcb3655', 'settle', '2026-03-02 12:05:00+00', 0);
INSERT INTO practice_core_therapists VALUES ('p', 't', 'Mara Ilić', NULL, 9, 1, 'c3faed71e15e669a07246afc017b90ecebe04af6aef499d6744324da3d727aae');
INSERT INTO practice_core_version VALUES ('0008');
ALTER TABLE ONLY practice_core_attempts
    ADD CONSTRAINT pk_practice_core_attempts PRIMARY KEY (practice_id, id);
ALTER TABLE ONLY practice_core_clients
    ADD CONSTRAINT pk_practice_core_clients PRIMARY KEY (practice_id, id);
ALTER TABLE ONLY practice_core_journal
    ADD CONSTRAINT pk_practice_core_journal PRIMARY KEY (practice_id, kind, thing_id, number);
ALTER TABLE ONLY practice_core_keys
    ADD CONSTRAINT pk_practice_core_keys PRIMARY KEY (practice_id, id);
ALTER TABLE ONLY practice_core_notices
    ADD CONSTRAINT pk_practice_core_notices PRIMARY KEY (practice_id, id);
ALTER TABLE ONLY practice_core_practices
    ADD CONSTRAINT pk_practice_core_practices PRIMARY KEY (id);
ALTER TABLE ONLY practice_core_relationships
    ADD CONSTRAINT pk_practice_core_relationships PRIMARY KEY (practice_id, id);
ALTER TABLE ONLY practice_core_requests
    ADD CONSTRAINT pk_practice_core_requests PRIMARY KEY (practice_id, id);
ALTER TABLE ONLY practice_core_sessions
    ADD CONSTRAINT pk_practice_core_sessions PRIMARY KEY (practice_id, id);
ALTER TABLE ONLY practice_core_therapists
    ADD CONSTRAINT pk_practice_core_therapists PRIMARY KEY (practice_id, id);
ALTER TABLE ONLY practice_core_version
    ADD CONSTRAINT practice_core_version_pkc PRIMARY KEY (version_num);
CREATE INDEX ix_practice_core_attempts_paid ON practice_core_attempts USING btree (practice_id, payer_id) WHERE ((status)::text = 'paid'::text);
CREATE INDEX ix_practice_core_attempts_refused ON practice_core_attempts USING btree (practice_id) WHERE (((kind)::text = 'refund'::text) AND ((status)::text = 'declined'::text));
CREATE INDEX ix_practice_core_attempts_session ON practice_core_attempts USING btree (practice_id, session_id);
CREATE INDEX ix_practice_core_clients_forgetting ON practice_core_clients USING btree (practice_id, forget_due_at) WHERE (forget_due_at IS NOT NULL);
CREATE INDEX ix_practice_core_keys_used ON practice_core_keys USING btree (practice_id, used_at);
CREATE INDEX ix_practice_core_notices_about ON practice_core_notices USING btree (practice_id, about);
CREATE INDEX ix_practice_core_notices_addressee ON practice_core_notices USING btree (practice_id, addressee);
CREATE INDEX ix_practice_core_notices_due ON practice_core_notices USING btree (practice_id, due_at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX ix_practice_core_notices_undelivered ON practice_core_notices USING btree (practice_id, created_at) WHERE ((state)::text = ANY ((ARRAY['failed'::character varying, 'unreachable'::character varying])::text[]));
CREATE INDEX ix_practice_core_relationships_attendee ON practice_core_relationships USING btree (practice_id, attendee_id);
CREATE INDEX ix_practice_core_relationships_birthdays ON practice_core_relationships USING btree (practice_id, review, under_age_by, attendee_born_on) WHERE (review IS NOT NULL);
CREATE INDEX ix_practice_core_relationships_family ON practice_core_relationships USING btree (practice_id, therapist_id, attendee_id);
CREATE INDEX ix_practice_core_relationships_payer ON practice_core_relationships USING btree (practice_id, payer_id);
CREATE INDEX ix_practice_core_requests_expiring ON practice_core_requests USING btree (practice_id, expires_at) WHERE ((status)::text = 'pending'::text);
CREATE INDEX ix_practice_core_requests_new_payer ON practice_core_requests USING btree (practice_id, new_payer_id);
CREATE INDEX ix_practice_core_requests_relationship ON practice_core_requests USING btree (practice_id, relationship_id);
CREATE INDEX ix_practice_core_sessions_calendar ON practice_core_sessions USING btree (practice_id, therapist_id, starts_at) WHERE ((status)::text = 'scheduled'::text);
CREATE INDEX ix_practice_core_sessions_due ON practice_core_sessions USING btree (practice_id, due_work, due_at) WHERE (due_work IS NOT NULL);
CREATE INDEX ix_practice_core_sessions_refund_due ON practice_core_sessions USING btree (practice_id) WHERE ((settlement)::text = 'refund_due'::text);
CREATE INDEX ix_practice_core_sessions_relationship ON practice_core_sessions USING btree (practice_id, relationship_id, starts_at);
CREATE UNIQUE INDEX uq_practice_core_relationships_active ON practice_core_relationships USING btree (practice_id, therapist_id, attendee_id, payer_id) WHERE ((status)::text = 'active'::text);
CREATE UNIQUE INDEX uq_practice_core_requests_pending ON practice_core_requests USING btree (practice_id, relationship_id, requested_by) WHERE ((status)::text = 'pending'::text);
ALTER TABLE ONLY practice_core_attempts
    ADD CONSTRAINT fk_practice_core_attempts_practice_id_session_id FOREIGN KEY (practice_id, session_id) REFERENCES practice_core_sessions(practice_id, id);
ALTER TABLE ONLY practice_core_clients
    ADD CONSTRAINT fk_practice_core_clients_practice_id FOREIGN KEY (practice_id) REFERENCES practice_core_practices(id);
ALTER TABLE ONLY practice_core_journal
    ADD CONSTRAINT fk_practice_core_journal_practice_id FOREIGN KEY (practice_id) REFERENCES practice_core_practices(id);
ALTER TABLE ONLY practice_core_keys
    ADD CONSTRAINT fk_practice_core_keys_practice_id FOREIGN KEY (practice_id) REFERENCES practice_core_practices(id);
ALTER TABLE ONLY practice_core_notices
    ADD CONSTRAINT fk_practice_core_notices_practice_id FOREIGN KEY (practice_id) REFERENCES practice_core_practices(id);
ALTER TABLE ONLY practice_core_relationships
    ADD CONSTRAINT fk_practice_core_relationships_practice_id_attendee_id FOREIGN KEY (practice_id, attendee_id) REFERENCES practice_core_clients(practice_id, id);
ALTER TABLE ONLY practice_core_relationships
    ADD CONSTRAINT fk_practice_core_relationships_practice_id_payer_id FOREIGN KEY (practice_id, payer_id) REFERENCES practice_core_clients(practice_id, id);
ALTER TABLE ONLY practice_core_relationships
    ADD CONSTRAINT fk_practice_core_relationships_practice_id_therapist_id FOREIGN KEY (practice_id, therapist_id) REFERENCES practice_core_therapists(practice_id, id);
ALTER TABLE ONLY practice_core_requests
    ADD CONSTRAINT fk_practice_core_requests_practice_id_relationship_id FOREIGN KEY (practice_id, relationship_id) REFERENCES practice_core_relationships(practice_id, id);
ALTER TABLE ONLY practice_core_sessions
    ADD CONSTRAINT fk_practice_core_sessions_practice_id_relationship_id FOREIGN KEY (practice_id, relationship_id) REFERENCES practice_core_relationships(practice_id, id);
ALTER TABLE ONLY practice_core_therapists
    ADD CONSTRAINT fk_practice_core_therapists_practice_id FOREIGN KEY (practice_id) REFERENCES practice_core_practices(id);
