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
    journal_digest character varying(64) NOT NULL
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
    version integer NOT NULL
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
INSERT INTO practice_core_attempts VALUES ('p', '01a21343-9d0a-799c-a28a-d535e82fb7d9', 'charge', 'paid', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a21343-9d0a-799c-a28a-d535e82fb7d9', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a21343-9e3b-73a8-b39e-80b0a2f42eb5', 'charge', 'given back', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a21343-9e3b-73a8-b39e-80b0a2f42eb5', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a21343-9eef-797d-ad5a-6c574746e353', 'refund', 'given back', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', NULL, 'memory-c', '01a21343-9e3b-73a8-b39e-80b0a2f42eb5', 'payment-p/01a21343-9e3b-73a8-b39e-80b0a2f42eb5', '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a21343-9eef-797d-ad5a-6c574746e353', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a21343-a00d-787c-bf54-d64d78283483', 'charge', 'declined', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'declined', NULL, 'insufficient_funds', '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a21343-a0c9-7995-86eb-e903e7411445', 'charge', 'unknown', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'pending', NULL, NULL, NULL, false, 1);
INSERT INTO practice_core_clients VALUES ('p', 'd', 'Ines', 'Vale', 'd@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_d', 'visa', '4242', 3, 2029, 'memory-d', 'staff:desk', 2, 2, 'b438f0980176d6fa8505558bb67388b233cf201ad9cb3da6db8686fd8855107b');
INSERT INTO practice_core_clients VALUES ('p', 'zoe', 'Zoë', 'O''Brien; --', NULL, NULL, NULL, 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 1, 1, 'aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6');
INSERT INTO practice_core_clients VALUES ('p', 'c', 'Ines', 'Vale', 'c@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_c', 'visa', '4242', 3, 2029, 'memory-c', 'staff:desk', 4, 2, 'ec97aa2a1335f3171b8610fa3f3bf36c91ce0e29288f8d2558c904bb6a570d78');
INSERT INTO practice_core_clients VALUES ('p', 'told', 'Kit', 'Vale', NULL, NULL, '2010-04-01', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, '1ad49b2180aa7f509ea116911d95b665f95c76d2a91ef889175055eb56cfef6f');
INSERT INTO practice_core_clients VALUES ('p', 'seen', 'Kit', 'Vale', NULL, NULL, '2010-04-02', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, 'c35958a9487907c3599600169e6b8696bef528584a7f33825e6ba3cda345dd3a');
INSERT INTO practice_core_clients VALUES ('p', 'waits', 'Kit', 'Vale', NULL, NULL, '2010-04-03', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, '8d8bce98c68a8d84afa792238bd95d734d110318e9cb216cbf401c7f79594f2b');
INSERT INTO practice_core_journal VALUES ('p', 'practice', 'p', 1, 'opened', 'system:system', '', '2026-03-02 12:00:00+00', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":["24","12"],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}', '', '', '420bc36eac9621f98222fb84d645dff7722525596357e29d23ba65d326cf59a1', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'therapist', 't', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'c3faed71e15e669a07246afc017b90ecebe04af6aef499d6744324da3d727aae', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'c', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '4b0405f4381709c640bfc30ebbd17152964341ac82275d48d5810bc45c10fd12', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'c', 2, 'card_added', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"brand":"visa","last4":"4242"}', '', '4b0405f4381709c640bfc30ebbd17152964341ac82275d48d5810bc45c10fd12', 'ec97aa2a1335f3171b8610fa3f3bf36c91ce0e29288f8d2558c904bb6a570d78', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'd', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'd', 2, 'card_added', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"brand":"visa","last4":"4242"}', '', '41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04', 'b438f0980176d6fa8505558bb67388b233cf201ad9cb3da6db8686fd8855107b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":6000,"currency":"GBP","therapist_id":"t","attendee_id":"c","payer_id":"d"}', '', '', 'bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's4', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r","starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'zoe', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"c","payer_id":"zoe"}', '', '', '997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 2, 'migration_requested', 'staff:desk', 'zoe', '2026-03-02 12:00:00+00', '{"request_id":"q1"}', 'by post', '997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe', '53359fe8dc6bbfaba12b8b29542918a85bba02c762e516e218f9dc9d5b812e13', '189e12dc3f86bbcd94023ce5299dcf2e', 'd50aa0cf8f2ac7a045e32513bce719d746d0906f5ba81438b30a74ac1c1c5ad3');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 3, 'request_declined', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"request_id":"q1"}', 'Not yet,
''please''', '53359fe8dc6bbfaba12b8b29542918a85bba02c762e516e218f9dc9d5b812e13', 'a0144fbb36c277d432e7d253306c7cf67ad94b95b93b4752df26897a698c82f6', 'e5dcd498b6827c62b1afcdfefdcf3616', '42a817034f0e339b6fb5b3cf6e3d307fea0cf0daea8e3aacfa3f3c19597eb8ee');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 4, 'migration_requested', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"request_id":"q2"}', '', 'a0144fbb36c277d432e7d253306c7cf67ad94b95b93b4752df26897a698c82f6', '944653c57ad5bc2141d375d3a827abde1be8f6ac52ac95138d920481ab1187b3', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r', 2, 'migrated', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"successor_id":"r2","request_id":"01a21343-99c6-7286-9990-ec1818bc28f6","sessions_to_rebook":["s3","s4"]}', '', 'bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989', '879ac1dbc0f6df9b1bea48d24d895e7f6e25f3869f02ce0753e03e4fab614100', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r2', 1, 'opened_by_migration', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"predecessor_id":"r","awaits_agreement":false}', '', '', '1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3', 2, 'rebooked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"rebooked_as":"s3-again"}', '', '35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3', '60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}', '', '', '5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 2, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'ill', '5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3', 'dd3274d8d03e861057a9fe0db782b13a32598749bc394d8fe90862c769c35ca6', '90e57ba2966e3647b968b6f4f8587fd9', '6be0a14f2d229df7f9e682c73de29db07b907db6910ea5f5764ef3fe10384f02');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's5', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}', '', '', 'd337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a21343-9d0a-799c-a28a-d535e82fb7d9","amount":6000,"currency":"GBP"}', '', '7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd', '3e744e96584cba33b75cc86443239a6a9a877bed72a2707434f066683b85e214', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 3, 'charged', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a21343-9d0a-799c-a28a-d535e82fb7d9","amount":6000,"currency":"GBP"}', '', '3e744e96584cba33b75cc86443239a6a9a877bed72a2707434f066683b85e214', 'c4589a82ec22532f7f71626d6db32fac200001a7bebb241e976109082434cd35', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a21343-9e3b-73a8-b39e-80b0a2f42eb5","amount":6000,"currency":"GBP"}', '', '0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb', 'a64da0b758b4e572f218b39adc8018b8ff9c012eddc797d10a32b1c6706827cc', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 3, 'charged', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a21343-9e3b-73a8-b39e-80b0a2f42eb5","amount":6000,"currency":"GBP"}', '', 'a64da0b758b4e572f218b39adc8018b8ff9c012eddc797d10a32b1c6706827cc', '82163a85a890a10b3d2b1ebcb5aed965086dbc536548ec793d9609e22b883da9', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 4, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'a burst pipe', '82163a85a890a10b3d2b1ebcb5aed965086dbc536548ec793d9609e22b883da9', '38535a345614efa6139c31f109d5afe9221d73f04885a0c6408104b6e61a96a0', '5c8a6518bc1f957cace0b53906fe9c60', '0922518a31fb854278fd7a65c7b1f4a6668a6288573310b164baa3990c24054a');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 5, 'refund_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a21343-9eef-797d-ad5a-6c574746e353","amount":6000,"currency":"GBP","charge_id":"01a21343-9e3b-73a8-b39e-80b0a2f42eb5"}', '', '38535a345614efa6139c31f109d5afe9221d73f04885a0c6408104b6e61a96a0', '092f823fb47bc5845540ed7e5ba07e46f2c19158987bed07fde35f088d7564da', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 6, 'refunded', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a21343-9eef-797d-ad5a-6c574746e353","amount":6000,"currency":"GBP","charge_id":"01a21343-9e3b-73a8-b39e-80b0a2f42eb5"}', '', '092f823fb47bc5845540ed7e5ba07e46f2c19158987bed07fde35f088d7564da', 'fa6e57d3747d88d0a6f7b02df7e741254189670bffbabb75e86881d2a821afbb', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a21343-a00d-787c-bf54-d64d78283483","amount":6000,"currency":"GBP"}', '', '1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7', 'f9cedb5c8f01d9d6cf7442354eab5c357a2597e4576c7a63eafc0f58081a7ad0', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 3, 'charge_declined', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a21343-a00d-787c-bf54-d64d78283483","amount":6000,"currency":"GBP","reason":"insufficient_funds"}', '', 'f9cedb5c8f01d9d6cf7442354eab5c357a2597e4576c7a63eafc0f58081a7ad0', 'e300ad7894c1801e26ed65e08bfa80bc7e3ff6c878267505324e8e416b3f02bc', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'unknown', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}', '', '', 'fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'unknown', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a21343-a0c9-7995-86eb-e903e7411445","amount":6000,"currency":"GBP"}', '', 'fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b', '9c0bc00b1b4d898296f7d6c751273e36aceaafb9a1f1ae8dc86d7541d23fac5b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'told', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '1ad49b2180aa7f509ea116911d95b665f95c76d2a91ef889175055eb56cfef6f', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'seen', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'c35958a9487907c3599600169e6b8696bef528584a7f33825e6ba3cda345dd3a', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'waits', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '8d8bce98c68a8d84afa792238bd95d734d110318e9cb216cbf401c7f79594f2b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of told', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"told","payer_id":"d"}', '', '', '8b4a3437c80bdfa1330494fad066b3f67c62cb0152aa4d260ef2dd3555da8adb', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of seen', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"seen","payer_id":"d"}', '', '', '0627a38e31d795f872769f9c397ed89ed00ba62669c6514d594da2ba9e2c0c9e', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of seen', 2, 'reviewed', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '0627a38e31d795f872769f9c397ed89ed00ba62669c6514d594da2ba9e2c0c9e', '02f6979296e5d8eb9e32a06a7a87886bccadb324b52704c0ab212f7350560afb', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of told', 2, 'birthday_told', 'system:system', '', '2026-03-02 12:00:00+00', '{"therapist_id":"t"}', '', '8b4a3437c80bdfa1330494fad066b3f67c62cb0152aa4d260ef2dd3555da8adb', 'dda2ac522d34bee26f543522f508e462608bedbeaa043b947a6d12c3c63b49ef', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of waits', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"waits","payer_id":"d"}', '', '', '47921190b13da256955089bf8ca5c10f6083809c9de4ff79181035ade0869595', '', '');
INSERT INTO practice_core_keys VALUES ('p', '2193f5786220ee8550514c10e2c0ba3ccd5e0fcded14538cd52f666fe2fb9a00', '20536d4d75301061dbb5c8fe3d9260685b8be463c64a05570d7433f352a9e697', '["r","r2","s3","s4"]', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a21343-95fd-722f-b0d1-ae995c334520', 'session_booked', 'client:c', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-95fe-7cf5-aa75-80504fc938bb', 'session_booked', 'client:d', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-95ff-70c5-bbd4-b3889e9e3e1d', 'session_booked', 'therapist:t', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-962d-787e-ba30-500e27526802', 'session_booked', 'client:c', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-962e-7808-a4c5-133de9047e62', 'session_booked', 'client:d', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-962f-7a87-8066-e4acc43973f8', 'session_booked', 'therapist:t', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-97bd-7bdb-b395-90c1053c7a98', 'migration_requested', 'client:c', 'relationship:z', '{"request_id":"q1","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-97be-7509-9c62-cd1668dac5f1', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q1","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-98e5-7332-bd3f-e2a9bcd24af5', 'request_declined', 'client:zoe', 'relationship:z', '{"request_id":"q1"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9941-7845-8ca3-f97325b71f0b', 'migration_requested', 'client:zoe', 'relationship:z', '{"request_id":"q2","asked":"c"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9942-71a4-8409-7886c1161dea', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q2","asked":"c"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-99c7-7803-911b-67852fa14eff', 'yours_to_pay', 'client:c', 'relationship:r', '{"successor_id":"r2"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-99c8-72f1-808b-edbb1c7f5307', 'no_longer_yours_to_pay', 'client:d', 'relationship:r', '{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9a85-7b66-ad92-c2de06a4d310', 'session_rebooked', 'client:c', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9a86-7694-a2a0-73e6392c5caa', 'session_rebooked', 'therapist:t', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9b79-7547-9980-a61e052ec435', 'session_cancelled', 'client:c', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9b7a-7c98-ae5a-050cde01a3a6', 'session_cancelled', 'therapist:t', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9bd9-7927-963b-cedaee97e8f1', 'session_booked', 'client:c', 'session:s5', '{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9bda-7816-88db-b893b4b7d147', 'session_booked', 'therapist:t', 'session:s5', '{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9c68-79cd-9f51-3c1c690dff64', 'session_booked', 'client:c', 'session:paid', '{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9c69-76a9-a554-d61ddc7e76de', 'session_booked', 'therapist:t', 'session:paid', '{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9db5-75ac-a800-eed0306c4307', 'charge_paid', 'client:c', 'session:paid', '{"attempt_id":"01a21343-9d0a-799c-a28a-d535e82fb7d9","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9e15-7cfc-880f-0bb67709d3de', 'session_booked', 'client:c', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9e16-7c1c-8044-6b8cf1241caf', 'session_booked', 'therapist:t', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9e51-7a32-b6e2-e68b25c5b183', 'charge_paid', 'client:c', 'session:given back', '{"attempt_id":"01a21343-9e3b-73a8-b39e-80b0a2f42eb5","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9e6a-7667-a9bb-0f1c93923085', 'session_cancelled', 'client:c', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9e6b-73be-92e0-42f57f0bec66', 'session_cancelled', 'therapist:t', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9f60-73a9-8406-b17f03106565', 'refund_made', 'client:c', 'session:given back', '{"attempt_id":"01a21343-9eef-797d-ad5a-6c574746e353","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9fe6-7a5d-8e8b-e2935edc23ca', 'session_booked', 'client:c', 'session:declined', '{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-9fe7-7b5d-87fa-03a56039f0e8', 'session_booked', 'therapist:t', 'session:declined', '{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-a023-7f36-aaa9-e023a6fa15bd', 'charge_declined', 'client:c', 'session:declined', '{"attempt_id":"01a21343-a00d-787c-bf54-d64d78283483","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-a024-7d71-a464-49c22ac5bbfc', 'charge_declined', 'therapist:t', 'session:declined', '{"attempt_id":"01a21343-a00d-787c-bf54-d64d78283483","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-a0a5-792b-861f-16f5865de609', 'session_booked', 'client:c', 'session:unknown', '{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-a0a6-7d82-a15c-427b6e4367f3', 'session_booked', 'therapist:t', 'session:unknown', '{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a21343-a26b-72d5-b8df-07815f206059', 'birthday_near', 'therapist:t', 'relationship:of told', '{}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_practices VALUES ('p', 'Willow', 'Europe/London', 'GBP', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":[24,12],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}', 1, 1, '420bc36eac9621f98222fb84d645dff7722525596357e29d23ba65d326cf59a1', 'en-GB');
INSERT INTO practice_core_relationships VALUES ('p', 'z', 't', 'c', 'zoe', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 4, 4, '944653c57ad5bc2141d375d3a827abde1be8f6ac52ac95138d920481ab1187b3', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'r', 't', 'c', 'd', 'ended', '2026-03-02 12:00:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', 'migrated', 'staff:desk', NULL, 'r2', false, 5, 2, '879ac1dbc0f6df9b1bea48d24d895e7f6e25f3869f02ce0753e03e4fab614100', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'r2', 't', 'c', 'c', 'active', '2026-03-02 12:00:00+00', 6000, 'GBP', NULL, NULL, NULL, 'r', NULL, false, 7, 1, '1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'of seen', 't', 'seen', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 2, 2, '02f6979296e5d8eb9e32a06a7a87886bccadb324b52704c0ab212f7350560afb', '2010-04-02', 16, NULL, '2026-03-02 12:00:00+00', NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'of told', 't', 'told', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 2, 2, 'dda2ac522d34bee26f543522f508e462608bedbeaa043b947a6d12c3c63b49ef', '2010-04-01', 16, '2026-03-02 12:00:00+00', NULL, 'told');
INSERT INTO practice_core_relationships VALUES ('p', 'of waits', 't', 'waits', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 1, 1, '47921190b13da256955089bf8ca5c10f6083809c9de4ff79181035ade0869595', '2010-04-03', 16, NULL, NULL, 'waiting');
INSERT INTO practice_core_requests VALUES ('p', 'q1', 'z', 'zoe', '2026-03-02 12:00:00+00', 'staff:desk', 'by post', '2026-04-01 12:00:00+00', 'declined', NULL, '2026-03-02 12:00:00+00', 'Not yet,
''please''', 2);
INSERT INTO practice_core_requests VALUES ('p', 'q2', 'z', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'pending', NULL, NULL, '', 1);
INSERT INTO practice_core_requests VALUES ('p', '01a21343-99c6-7286-9990-ec1818bc28f6', 'r', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'confirmed', NULL, '2026-03-02 12:00:00+00', '', 1);
INSERT INTO practice_core_sessions VALUES ('p', 's4', 'r', 't', 'c', 'd', '2026-03-06 12:00:00+00', '2026-03-06 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-04 12:00:00+00', 'scheduled', 'open', NULL, NULL, NULL, false, '', 1, 1, '037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c', 'charge', '2026-03-04 12:00:00+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 's3', 'r', 't', 'c', 'd', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', NULL, 's3-again', '2026-03-02 12:00:00+00', false, '', 2, 2, '60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 's3-again', 'r2', 't', 'c', 'c', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', 's3', NULL, '2026-03-02 12:00:00+00', false, 'ill', 2, 2, 'dd3274d8d03e861057a9fe0db782b13a32598749bc394d8fe90862c769c35ca6', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 's5', 'r2', 't', 'c', 'c', '2026-03-07 12:00:00.000001+00', '2026-03-07 12:50:00.000001+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-05 12:00:00.000001+00', 'scheduled', 'open', NULL, NULL, NULL, false, '', 1, 1, 'd337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446', 'charge', '2026-03-05 12:00:00.000001+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 'paid', 'r2', 't', 'c', 'c', '2026-03-02 17:00:00+00', '2026-03-02 17:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'paid', NULL, NULL, NULL, false, '', 3, 3, 'c4589a82ec22532f7f71626d6db32fac200001a7bebb241e976109082434cd35', NULL, NULL, 0);
INSERT INTO practice_core_sessions VALUES ('p', 'given back', 'r2', 't', 'c', 'c', '2026-03-02 18:00:00+00', '2026-03-02 18:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'cancelled', 'refunded', NULL, NULL, '2026-03-02 12:00:00+00', false, 'a burst pipe', 6, 6, 'fa6e57d3747d88d0a6f7b02df7e741254189670bffbabb75e86881d2a821afbb', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 'declined', 'r2', 't', 'c', 'c', '2026-03-02 19:00:00+00', '2026-03-02 19:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'declined', NULL, NULL, NULL, false, '', 3, 3, 'e300ad7894c1801e26ed65e08bfa80bc7e3ff6c878267505324e8e416b3f02bc', 'cancel', '2026-03-02 18:00:00+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 'unknown', 'r2', 't', 'c', 'c', '2026-03-02 20:00:00+00', '2026-03-02 20:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'pending', NULL, NULL, NULL, false, '', 2, 2, '9c0bc00b1b4d898296f7d6c751273e36aceaafb9a1f1ae8dc86d7541d23fac5b', 'settle', '2026-03-02 12:05:00+00', 0);
INSERT INTO practice_core_therapists VALUES ('p', 't', 'Mara Ilić', NULL, 9, 1, 'c3faed71e15e669a07246afc017b90ecebe04af6aef499d6744324da3d727aae');
INSERT INTO practice_core_version VALUES ('0006');
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
CREATE INDEX ix_practice_core_notices_about ON practice_core_notices USING btree (practice_id, about);
CREATE INDEX ix_practice_core_notices_due ON practice_core_notices USING btree (practice_id, due_at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX ix_practice_core_notices_undelivered ON practice_core_notices USING btree (practice_id, created_at) WHERE ((state)::text = ANY ((ARRAY['failed'::character varying, 'unreachable'::character varying])::text[]));
CREATE INDEX ix_practice_core_relationships_attendee ON practice_core_relationships USING btree (practice_id, attendee_id);
CREATE INDEX ix_practice_core_relationships_birthdays ON practice_core_relationships USING btree (practice_id, review, under_age_by, attendee_born_on) WHERE (review IS NOT NULL);
CREATE INDEX ix_practice_core_relationships_family ON practice_core_relationships USING btree (practice_id, therapist_id, attendee_id);
CREATE INDEX ix_practice_core_relationships_payer ON practice_core_relationships USING btree (practice_id, payer_id);
CREATE INDEX ix_practice_core_requests_expiring ON practice_core_requests USING btree (practice_id, expires_at) WHERE ((status)::text = 'pending'::text);
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
