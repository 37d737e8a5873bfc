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
    digest character varying(64) NOT NULL
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
INSERT INTO practice_core_attempts VALUES ('p', '01a2132b-dd30-7414-affd-12c30f341116', 'charge', 'paid', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a2132b-dd30-7414-affd-12c30f341116', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a2132b-dd9f-79d4-9bb3-dda94635b697', 'charge', 'given back', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a2132b-dd9f-79d4-9bb3-dda94635b697', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a2132b-ddf3-7ab1-95fb-c169d9c1cfd4', 'refund', 'given back', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', NULL, 'memory-c', '01a2132b-dd9f-79d4-9bb3-dda94635b697', 'payment-p/01a2132b-dd9f-79d4-9bb3-dda94635b697', '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a2132b-ddf3-7ab1-95fb-c169d9c1cfd4', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a2132b-de6d-72d1-8b65-7cb4bd7defce', 'charge', 'declined', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'declined', NULL, 'insufficient_funds', '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a2132b-decd-7aeb-aec4-6b3abfc0794b', 'charge', 'unknown', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'pending', NULL, NULL, NULL, false, 1);
INSERT INTO practice_core_clients VALUES ('p', 'd', 'Ines', 'Vale', 'd@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_d', 'visa', '4242', 3, 2029, 'memory-d', 'staff:desk', 2, 2, '8f2590020736759cacc841c792317044343d183f9a640c0d829d1639bfc0e50a');
INSERT INTO practice_core_clients VALUES ('p', 'zoe', 'Zoë', 'O''Brien; --', NULL, NULL, NULL, 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 1, 1, '44e72cb0961c2c84fff4c37fa12d86fae7aad9a5595411022979da96a34f1c26');
INSERT INTO practice_core_clients VALUES ('p', 'c', 'Ines', 'Vale', 'c@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_c', 'visa', '4242', 3, 2029, 'memory-c', 'staff:desk', 4, 2, '1bfe219ab130199454193201a0c36026d6aca9c176f56012fb7ca35ca6365cfc');
INSERT INTO practice_core_clients VALUES ('p', 'told', 'Kit', 'Vale', NULL, NULL, '2010-04-01', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, 'c5be17c66e4a91697305ab45fbe7c41ce1924d666e6c3a9d5c5b5c0c7106525f');
INSERT INTO practice_core_clients VALUES ('p', 'seen', 'Kit', 'Vale', NULL, NULL, '2010-04-02', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, 'd09c5cc76de8124de1181272e1370ad4457b9e9437672f5a219f45421f0111f8');
INSERT INTO practice_core_clients VALUES ('p', 'waits', 'Kit', 'Vale', NULL, NULL, '2010-04-03', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, '20ce212f0f36296e96738da402976e9b7c7ee92aa0efc510cfb785488897c6d3');
INSERT INTO practice_core_journal VALUES ('p', 'practice', 'p', 1, 'opened', 'system:system', '', '2026-03-02 12:00:00+00', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":["24","12"],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}', '', '', '81fc6297b087e51d2bd147e3c0e1b48c5c98953c18634d274164bfe1918f8d0e');
INSERT INTO practice_core_journal VALUES ('p', 'therapist', 't', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '083f9d8bfd2f87479f3998e65bdc6474f176aac206b952ead863a40d713e5213');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'c', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '3e88de0d5f77b72ff15466732b451d9d189e079199e18560391ab3ecdde22002');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'c', 2, 'card_added', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"brand":"visa","last4":"4242"}', '', '3e88de0d5f77b72ff15466732b451d9d189e079199e18560391ab3ecdde22002', '1bfe219ab130199454193201a0c36026d6aca9c176f56012fb7ca35ca6365cfc');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'd', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'e05e73794a10ea56f186388ceaa00be719a69f2b191bcecfea55407e45374117');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'd', 2, 'card_added', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"brand":"visa","last4":"4242"}', '', 'e05e73794a10ea56f186388ceaa00be719a69f2b191bcecfea55407e45374117', '8f2590020736759cacc841c792317044343d183f9a640c0d829d1639bfc0e50a');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":6000,"currency":"GBP","therapist_id":"t","attendee_id":"c","payer_id":"d"}', '', '', '00b56692f72810e8162813b1303443fc9eed19b84a313f65205f84f275a4f8f5');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '5fbc9fa5f6e0a495837c4e7b9ab2bbed748c85048954d97ccfe6bf2087eb2537');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's4', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r","starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","price":6000,"currency":"GBP"}', '', '', 'd9d50ce26582bbe24f4235383e4d00a6df0647380e8cc827d08924acbce000ff');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'zoe', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '44e72cb0961c2c84fff4c37fa12d86fae7aad9a5595411022979da96a34f1c26');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"c","payer_id":"zoe"}', '', '', 'e6e9152868b0126383d9a4269bb07170aaff82fbe3d86b86a4758cfc4b51239c');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 2, 'migration_requested', 'staff:desk', 'zoe', '2026-03-02 12:00:00+00', '{"request_id":"q1"}', 'by post', 'e6e9152868b0126383d9a4269bb07170aaff82fbe3d86b86a4758cfc4b51239c', '1fbc55b683e8cc2e4965727baf7bd9552079dcbc8319e3c5f6b8f3b01b3397ff');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 3, 'request_declined', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"request_id":"q1"}', 'Not yet,
''please''', '1fbc55b683e8cc2e4965727baf7bd9552079dcbc8319e3c5f6b8f3b01b3397ff', 'b34cfb7005c2b058d7a599ac80dbede53d4f2f53556b9e540a5210887203c37e');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 4, 'migration_requested', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"request_id":"q2"}', '', 'b34cfb7005c2b058d7a599ac80dbede53d4f2f53556b9e540a5210887203c37e', '658f36e954b3a0635e2074bb4db8c4bfd3e4e6bc6abd8b3605ab6fa25ecdad2c');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r', 2, 'migrated', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"successor_id":"r2","request_id":"01a2132b-db5f-77f3-ae58-0f54414523e0","sessions_to_rebook":["s3","s4"]}', '', '00b56692f72810e8162813b1303443fc9eed19b84a313f65205f84f275a4f8f5', '9a1081193720c25a3754d7f3c3dbaa1d9d5bab5e9861784ed7fb44e0e82f33e2');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r2', 1, 'opened_by_migration', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"predecessor_id":"r","awaits_agreement":false}', '', '', 'ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3', 2, 'rebooked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"rebooked_as":"s3-again"}', '', '5fbc9fa5f6e0a495837c4e7b9ab2bbed748c85048954d97ccfe6bf2087eb2537', 'c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}', '', '', '65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 2, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'ill', '65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39', '99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's5', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}', '', '', '112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2132b-dd30-7414-affd-12c30f341116","amount":6000,"currency":"GBP"}', '', '1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3', '348cd4b59d8d0f04eb8739f6795208b4a1aade118df8f49ea862f37bc7ef6e3c');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 3, 'charged', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2132b-dd30-7414-affd-12c30f341116","amount":6000,"currency":"GBP"}', '', '348cd4b59d8d0f04eb8739f6795208b4a1aade118df8f49ea862f37bc7ef6e3c', '1d53c5f05aa129032b2442332a3ea72448a6522a60271abe4952d19853fd140f');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2132b-dd9f-79d4-9bb3-dda94635b697","amount":6000,"currency":"GBP"}', '', '534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039', '27bf946cf4c455c0e073fadb7318335795a3e835bb4fd966d7081809c5fabee1');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 3, 'charged', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2132b-dd9f-79d4-9bb3-dda94635b697","amount":6000,"currency":"GBP"}', '', '27bf946cf4c455c0e073fadb7318335795a3e835bb4fd966d7081809c5fabee1', '76d3dc3e51be869ce4fb5c5c1b3d19e4bee863101089bb58216ee04dd9b53813');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 4, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'a burst pipe', '76d3dc3e51be869ce4fb5c5c1b3d19e4bee863101089bb58216ee04dd9b53813', '20563267703231ed2aa23198a8fe42ffb02200a54bb19cd6e1c39b588d864111');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 5, 'refund_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2132b-ddf3-7ab1-95fb-c169d9c1cfd4","amount":6000,"currency":"GBP","charge_id":"01a2132b-dd9f-79d4-9bb3-dda94635b697"}', '', '20563267703231ed2aa23198a8fe42ffb02200a54bb19cd6e1c39b588d864111', 'eb0ed01d3733875ed99fe069a8f9ef6a30c04a10444c9ec91f342b96377d7b87');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 6, 'refunded', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2132b-ddf3-7ab1-95fb-c169d9c1cfd4","amount":6000,"currency":"GBP","charge_id":"01a2132b-dd9f-79d4-9bb3-dda94635b697"}', '', 'eb0ed01d3733875ed99fe069a8f9ef6a30c04a10444c9ec91f342b96377d7b87', '0e612945ccb1b210a1b1d2669ce5ccdb7d14ea081054b24464424ec5c6c23386');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}', '', '', 'f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2132b-de6d-72d1-8b65-7cb4bd7defce","amount":6000,"currency":"GBP"}', '', 'f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d', '4d183f42676d9f85f400e0096a9eab7b1119d20efe068e19141a802d727f1cb0');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 3, 'charge_declined', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2132b-de6d-72d1-8b65-7cb4bd7defce","amount":6000,"currency":"GBP","reason":"insufficient_funds"}', '', '4d183f42676d9f85f400e0096a9eab7b1119d20efe068e19141a802d727f1cb0', '9f5503e33bf34eee47f01bf4650ba0493f6e1cf63f0eecee2c8ed83134e5f7b8');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'unknown', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'unknown', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a2132b-decd-7aeb-aec4-6b3abfc0794b","amount":6000,"currency":"GBP"}', '', '7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b', '76893c5914a51f4fa4a6ac2b76daf2ef46469bf83dae28e636a461af6c4d38be');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'told', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'c5be17c66e4a91697305ab45fbe7c41ce1924d666e6c3a9d5c5b5c0c7106525f');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'seen', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'd09c5cc76de8124de1181272e1370ad4457b9e9437672f5a219f45421f0111f8');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'waits', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '20ce212f0f36296e96738da402976e9b7c7ee92aa0efc510cfb785488897c6d3');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of told', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"told","payer_id":"d"}', '', '', 'e98720201ffdb29cd84296236e44d9b451ae280ad9e4d4efbc82c85452b69e76');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of seen', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"seen","payer_id":"d"}', '', '', 'f59d9e70bd51020538a083eda0f98ac25fb1a811efa48f8e013aa04a282f6d76');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of seen', 2, 'reviewed', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', 'f59d9e70bd51020538a083eda0f98ac25fb1a811efa48f8e013aa04a282f6d76', '6661245e308f6b833608e3d87e044c2003f9165ce1f45fde31341d6b6198d7dc');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of told', 2, 'birthday_told', 'system:system', '', '2026-03-02 12:00:00+00', '{"therapist_id":"t"}', '', 'e98720201ffdb29cd84296236e44d9b451ae280ad9e4d4efbc82c85452b69e76', '5d5b606a6971c4cbc5864b81e9c653762dfa0fda71c1b6128093454a992f32db');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of waits', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"waits","payer_id":"d"}', '', '', '5c879b8a52e9eb061a8f0549fafee0f7df8d24c372b4dd783a23858e3690fd08');
INSERT INTO practice_core_keys VALUES ('p', '2193f5786220ee8550514c10e2c0ba3ccd5e0fcded14538cd52f666fe2fb9a00', '20536d4d75301061dbb5c8fe3d9260685b8be463c64a05570d7433f352a9e697', '["r","r2","s3","s4"]', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-d9a9-708d-b6d2-43522d6175d7', 'session_booked', 'client:c', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-d9aa-76ad-a546-2c7867ae85eb', 'session_booked', 'client:d', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-d9ab-7c89-b9f2-336d3da602fb', 'session_booked', 'therapist:t', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-d9d5-7eb5-87cb-1ca932e1bbf5', 'session_booked', 'client:c', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-d9d6-76e0-9f01-aee92c30de92', 'session_booked', 'client:d', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-d9d7-7075-a36d-4fd219ea530c', 'session_booked', 'therapist:t', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-da5d-7db6-a384-ef620fbbd1ea', 'migration_requested', 'client:c', 'relationship:z', '{"request_id":"q1","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-da5e-7404-acee-ecd347341daf', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q1","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dace-7c1a-86ee-3b412c186f73', 'request_declined', 'client:zoe', 'relationship:z', '{"request_id":"q1"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-daf9-7e32-bd10-9f46415ad20a', 'migration_requested', 'client:zoe', 'relationship:z', '{"request_id":"q2","asked":"c"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dafa-7cba-bf0e-aa007c12961d', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q2","asked":"c"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-db60-7864-8a42-e28181f36a73', 'yours_to_pay', 'client:c', 'relationship:r', '{"successor_id":"r2"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-db61-7d9f-b82e-d5c7ad7d9a5a', 'no_longer_yours_to_pay', 'client:d', 'relationship:r', '{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dbfb-784f-a037-d7bac7d1fd73', 'session_rebooked', 'client:c', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dbfc-7655-b58b-e7d7762add6c', 'session_rebooked', 'therapist:t', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dc91-7c40-b99a-4358d5f5eb1b', 'session_cancelled', 'client:c', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dc92-7b91-8335-deb9f6765356', 'session_cancelled', 'therapist:t', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dcbe-70d0-9497-80e3d1119320', 'session_booked', 'client:c', 'session:s5', '{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dcbf-7ea4-96d6-bca8f5a747c9', 'session_booked', 'therapist:t', 'session:s5', '{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dcff-75bd-afc8-c621f08a7f84', 'session_booked', 'client:c', 'session:paid', '{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dd00-78a5-b02b-f2e12e3dd975', 'session_booked', 'therapist:t', 'session:paid', '{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dd6b-71eb-ba43-9ad82a936b51', 'charge_paid', 'client:c', 'session:paid', '{"attempt_id":"01a2132b-dd30-7414-affd-12c30f341116","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dd91-7216-9988-55a926e1c015', 'session_booked', 'client:c', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-dd92-7458-ac6c-0066894b9eb0', 'session_booked', 'therapist:t', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-ddac-78d9-adcd-b4543f6c1bf6', 'charge_paid', 'client:c', 'session:given back', '{"attempt_id":"01a2132b-dd9f-79d4-9bb3-dda94635b697","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-ddc5-76ec-9781-99c8f81f1a2a', 'session_cancelled', 'client:c', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-ddc6-7089-85a2-2cb71311068f', 'session_cancelled', 'therapist:t', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-de24-7e9f-ba8e-37566c202a26', 'refund_made', 'client:c', 'session:given back', '{"attempt_id":"01a2132b-ddf3-7ab1-95fb-c169d9c1cfd4","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-de5b-7900-9d5e-9db0e4a9879d', 'session_booked', 'client:c', 'session:declined', '{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-de5c-78bf-b615-68f60a292855', 'session_booked', 'therapist:t', 'session:declined', '{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-de81-747a-a9f0-3e3b0f00ed1d', 'charge_declined', 'client:c', 'session:declined', '{"attempt_id":"01a2132b-de6d-72d1-8b65-7cb4bd7defce","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-de82-7319-b5de-d737f119ed08', 'charge_declined', 'therapist:t', 'session:declined', '{"attempt_id":"01a2132b-de6d-72d1-8b65-7cb4bd7defce","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-deb5-70d1-bf98-04e497ac0080', 'session_booked', 'client:c', 'session:unknown', '{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-deb6-7c6e-851a-09d3ffde2e6e', 'session_booked', 'therapist:t', 'session:unknown', '{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a2132b-df4f-76f6-8e1d-abe80fe42ce1', 'birthday_near', 'therapist:t', 'relationship:of told', '{}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_practices VALUES ('p', 'Willow', 'Europe/London', 'GBP', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":[24,12],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}', 1, 1, '81fc6297b087e51d2bd147e3c0e1b48c5c98953c18634d274164bfe1918f8d0e', 'en-GB');
INSERT INTO practice_core_relationships VALUES ('p', 'z', 't', 'c', 'zoe', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 4, 4, '658f36e954b3a0635e2074bb4db8c4bfd3e4e6bc6abd8b3605ab6fa25ecdad2c', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'r', 't', 'c', 'd', 'ended', '2026-03-02 12:00:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', 'migrated', 'staff:desk', NULL, 'r2', false, 5, 2, '9a1081193720c25a3754d7f3c3dbaa1d9d5bab5e9861784ed7fb44e0e82f33e2', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'r2', 't', 'c', 'c', 'active', '2026-03-02 12:00:00+00', 6000, 'GBP', NULL, NULL, NULL, 'r', NULL, false, 7, 1, 'ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'of seen', 't', 'seen', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 2, 2, '6661245e308f6b833608e3d87e044c2003f9165ce1f45fde31341d6b6198d7dc', '2010-04-02', 16, NULL, '2026-03-02 12:00:00+00', NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'of told', 't', 'told', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 2, 2, '5d5b606a6971c4cbc5864b81e9c653762dfa0fda71c1b6128093454a992f32db', '2010-04-01', 16, '2026-03-02 12:00:00+00', NULL, 'told');
INSERT INTO practice_core_relationships VALUES ('p', 'of waits', 't', 'waits', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 1, 1, '5c879b8a52e9eb061a8f0549fafee0f7df8d24c372b4dd783a23858e3690fd08', '2010-04-03', 16, NULL, NULL, 'waiting');
INSERT INTO practice_core_requests VALUES ('p', 'q1', 'z', 'zoe', '2026-03-02 12:00:00+00', 'staff:desk', 'by post', '2026-04-01 12:00:00+00', 'declined', NULL, '2026-03-02 12:00:00+00', 'Not yet,
''please''', 2);
INSERT INTO practice_core_requests VALUES ('p', 'q2', 'z', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'pending', NULL, NULL, '', 1);
INSERT INTO practice_core_requests VALUES ('p', '01a2132b-db5f-77f3-ae58-0f54414523e0', 'r', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'confirmed', NULL, '2026-03-02 12:00:00+00', '', 1);
INSERT INTO practice_core_sessions VALUES ('p', 's4', 'r', 't', 'c', 'd', '2026-03-06 12:00:00+00', '2026-03-06 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-04 12:00:00+00', 'scheduled', 'open', NULL, NULL, NULL, false, '', 1, 1, 'd9d50ce26582bbe24f4235383e4d00a6df0647380e8cc827d08924acbce000ff', 'charge', '2026-03-04 12:00:00+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 's3', 'r', 't', 'c', 'd', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', NULL, 's3-again', '2026-03-02 12:00:00+00', false, '', 2, 2, 'c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 's3-again', 'r2', 't', 'c', 'c', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', 's3', NULL, '2026-03-02 12:00:00+00', false, 'ill', 2, 2, '99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 's5', 'r2', 't', 'c', 'c', '2026-03-07 12:00:00.000001+00', '2026-03-07 12:50:00.000001+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-05 12:00:00.000001+00', 'scheduled', 'open', NULL, NULL, NULL, false, '', 1, 1, '112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4', 'charge', '2026-03-05 12:00:00.000001+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 'paid', 'r2', 't', 'c', 'c', '2026-03-02 17:00:00+00', '2026-03-02 17:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'paid', NULL, NULL, NULL, false, '', 3, 3, '1d53c5f05aa129032b2442332a3ea72448a6522a60271abe4952d19853fd140f', NULL, NULL, 0);
INSERT INTO practice_core_sessions VALUES ('p', 'given back', 'r2', 't', 'c', 'c', '2026-03-02 18:00:00+00', '2026-03-02 18:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'cancelled', 'refunded', NULL, NULL, '2026-03-02 12:00:00+00', false, 'a burst pipe', 6, 6, '0e612945ccb1b210a1b1d2669ce5ccdb7d14ea081054b24464424ec5c6c23386', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 'declined', 'r2', 't', 'c', 'c', '2026-03-02 19:00:00+00', '2026-03-02 19:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'declined', NULL, NULL, NULL, false, '', 3, 3, '9f5503e33bf34eee47f01bf4650ba0493f6e1cf63f0eecee2c8ed83134e5f7b8', 'cancel', '2026-03-02 18:00:00+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 'unknown', 'r2', 't', 'c', 'c', '2026-03-02 20:00:00+00', '2026-03-02 20:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'pending', NULL, NULL, NULL, false, '', 2, 2, '76893c5914a51f4fa4a6ac2b76daf2ef46469bf83dae28e636a461af6c4d38be', 'settle', '2026-03-02 12:05:00+00', 0);
INSERT INTO practice_core_therapists VALUES ('p', 't', 'Mara Ilić', NULL, 9, 1, '083f9d8bfd2f87479f3998e65bdc6474f176aac206b952ead863a40d713e5213');
INSERT INTO practice_core_version VALUES ('0004');
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
