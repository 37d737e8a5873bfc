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
    version integer NOT NULL
);
CREATE TABLE practice_core_practices (
    id character varying(64) NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL,
    time_zone text NOT NULL,
    currency character varying(3) NOT NULL,
    policy text NOT NULL,
    version integer NOT NULL,
    journal_number integer NOT NULL,
    journal_digest character varying(64) NOT NULL
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
    journal_digest character varying(64) NOT NULL
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
    payment_reference text,
    rebooked_from character varying(64) COLLATE pg_catalog."C",
    rebooked_as character varying(64) COLLATE pg_catalog."C",
    closed_at timestamp with time zone,
    late boolean NOT NULL,
    close_reason text NOT NULL,
    version integer NOT NULL,
    journal_number integer NOT NULL,
    journal_digest character varying(64) NOT NULL
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
INSERT INTO practice_core_clients VALUES ('p', 'c', 'Ines', 'Vale', 'c@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_c', 'visa', '4242', 3, 2029, 'memory-c', 'staff:desk', 2, 2, '1bfe219ab130199454193201a0c36026d6aca9c176f56012fb7ca35ca6365cfc');
INSERT INTO practice_core_clients VALUES ('p', 'd', 'Ines', 'Vale', 'd@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_d', 'visa', '4242', 3, 2029, 'memory-d', 'staff:desk', 2, 2, '8f2590020736759cacc841c792317044343d183f9a640c0d829d1639bfc0e50a');
INSERT INTO practice_core_clients VALUES ('p', 'zoe', 'Zoë', 'O''Brien; --', NULL, NULL, NULL, 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 1, 1, '44e72cb0961c2c84fff4c37fa12d86fae7aad9a5595411022979da96a34f1c26');
INSERT INTO practice_core_journal VALUES ('p', 'practice', 'p', 1, 'opened', 'system:system', '', '2026-03-02 12:00:00+00', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":["24","12"],"request_valid_days":30,"review_notice_days":60,"acceptance_required":false,"card_required_first":false}', '', '', 'f937f9e9f112b385cc040b52bf40370394526eeb1d0d3acf2529f2a154df0814');
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
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r', 2, 'migrated', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"successor_id":"r2","request_id":"01a205c0-9f0b-72c3-963a-cae9872b3d73","sessions_to_rebook":["s3","s4"]}', '', '00b56692f72810e8162813b1303443fc9eed19b84a313f65205f84f275a4f8f5', '8ba9bfb29f44bc2b85d8e7403474cbe6ede8a97c00f93d1229abe99ee77e4a93');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r2', 1, 'opened_by_migration', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"predecessor_id":"r","awaits_agreement":false}', '', '', 'ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3', 2, 'rebooked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"rebooked_as":"s3-again"}', '', '5fbc9fa5f6e0a495837c4e7b9ab2bbed748c85048954d97ccfe6bf2087eb2537', 'c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}', '', '', '65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 2, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'ill', '65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39', '99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's5', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}', '', '', '112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4');
INSERT INTO practice_core_keys VALUES ('p', '2193f5786220ee8550514c10e2c0ba3ccd5e0fcded14538cd52f666fe2fb9a00', '20536d4d75301061dbb5c8fe3d9260685b8be463c64a05570d7433f352a9e697', '["r","r2","s3","s4"]', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9e24-70e8-8977-144b98051d50', 'session_booked', 'client:c', 'session:s3', '{}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9e25-7cf2-a463-0fc9d7e696dc', 'session_booked', 'client:d', 'session:s3', '{}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9e26-7a9d-a484-fb5e767f9af3', 'session_booked', 'therapist:t', 'session:s3', '{}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9e4e-77ec-9503-8ba21418ffe0', 'session_booked', 'client:c', 'session:s4', '{}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9e4f-7724-9c2a-8a10db288c08', 'session_booked', 'client:d', 'session:s4', '{}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9e50-7a31-af0b-93e8a9b05544', 'session_booked', 'therapist:t', 'session:s4', '{}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9e88-7365-bbbc-5853411e26fc', 'migration_requested', 'client:c', 'relationship:z', '{"request_id":"q1"}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9e89-7589-a885-38794311be67', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q1"}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9eba-79d9-b2e8-09d509d12dae', 'request_declined', 'client:zoe', 'relationship:z', '{"request_id":"q1"}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9ece-7084-9bfa-00d275fd3603', 'migration_requested', 'client:zoe', 'relationship:z', '{"request_id":"q2"}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9ecf-757e-b7a3-cb6b1b3eb5a9', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q2"}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9f0c-741c-99f9-c72b59fbeae0', 'yours_to_pay', 'client:c', 'relationship:r', '{"successor_id":"r2"}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9f0d-7531-998a-214bea8191f8', 'no_longer_yours_to_pay', 'client:d', 'relationship:r', '{"owed":0,"owed_for":[],"no_longer_theirs":["s3","s4"]}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9f53-7179-b77f-1b6a39349bd8', 'session_rebooked', 'client:c', 'session:s3-again', '{"rebooked_from":"s3"}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9f54-7afa-a1ae-6335ae32dbad', 'session_rebooked', 'therapist:t', 'session:s3-again', '{"rebooked_from":"s3"}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9f83-7bfe-9242-ea49398332d1', 'session_cancelled', 'client:c', 'session:s3-again', '{"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9f84-798a-b30e-33171b31d4f8', 'session_cancelled', 'therapist:t', 'session:s3-again', '{"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9f90-7798-9ea9-518005fe03c2', 'session_booked', 'client:c', 'session:s5', '{}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a205c0-9f91-7388-8c2a-7fb3c1fdfe40', 'session_booked', 'therapist:t', 'session:s5', '{}', 'waiting', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_practices VALUES ('p', 'Willow', 'Europe/London', 'GBP', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":[24,12],"request_valid_days":30,"review_notice_days":60,"acceptance_required":false,"card_required_first":false}', 1, 1, 'f937f9e9f112b385cc040b52bf40370394526eeb1d0d3acf2529f2a154df0814');
INSERT INTO practice_core_relationships VALUES ('p', 'z', 't', 'c', 'zoe', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 4, 4, '658f36e954b3a0635e2074bb4db8c4bfd3e4e6bc6abd8b3605ab6fa25ecdad2c');
INSERT INTO practice_core_relationships VALUES ('p', 'r', 't', 'c', 'd', 'ended', '2026-03-02 12:00:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', 'migrated', 'staff:desk', NULL, 'r2', false, 5, 2, '8ba9bfb29f44bc2b85d8e7403474cbe6ede8a97c00f93d1229abe99ee77e4a93');
INSERT INTO practice_core_relationships VALUES ('p', 'r2', 't', 'c', 'c', 'active', '2026-03-02 12:00:00+00', 6000, 'GBP', NULL, NULL, NULL, 'r', NULL, false, 3, 1, 'ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
INSERT INTO practice_core_requests VALUES ('p', 'q1', 'z', 'zoe', '2026-03-02 12:00:00+00', 'staff:desk', 'by post', '2026-04-01 12:00:00+00', 'declined', NULL, '2026-03-02 12:00:00+00', 'Not yet,
''please''', 2);
INSERT INTO practice_core_requests VALUES ('p', 'q2', 'z', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'pending', NULL, NULL, '', 1);
INSERT INTO practice_core_requests VALUES ('p', '01a205c0-9f0b-72c3-963a-cae9872b3d73', 'r', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'confirmed', NULL, '2026-03-02 12:00:00+00', '', 1);
INSERT INTO practice_core_sessions VALUES ('p', 's4', 'r', 't', 'c', 'd', '2026-03-06 12:00:00+00', '2026-03-06 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-04 12:00:00+00', 'scheduled', 'open', NULL, NULL, NULL, NULL, false, '', 1, 1, 'd9d50ce26582bbe24f4235383e4d00a6df0647380e8cc827d08924acbce000ff');
INSERT INTO practice_core_sessions VALUES ('p', 's3', 'r', 't', 'c', 'd', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', NULL, NULL, 's3-again', '2026-03-02 12:00:00+00', false, '', 2, 2, 'c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d');
INSERT INTO practice_core_sessions VALUES ('p', 's3-again', 'r2', 't', 'c', 'c', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', NULL, 's3', NULL, '2026-03-02 12:00:00+00', false, 'ill', 2, 2, '99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243');
INSERT INTO practice_core_sessions VALUES ('p', 's5', 'r2', 't', 'c', 'c', '2026-03-07 12:00:00.000001+00', '2026-03-07 12:50:00.000001+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-05 12:00:00.000001+00', 'scheduled', 'open', NULL, NULL, NULL, NULL, false, '', 1, 1, '112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4');
INSERT INTO practice_core_therapists VALUES ('p', 't', 'Mara Ilić', NULL, 5, 1, '083f9d8bfd2f87479f3998e65bdc6474f176aac206b952ead863a40d713e5213');
INSERT INTO practice_core_version VALUES ('0001');
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
CREATE INDEX ix_practice_core_notices_about ON practice_core_notices USING btree (practice_id, about);
CREATE INDEX ix_practice_core_relationships_attendee ON practice_core_relationships USING btree (practice_id, attendee_id);
CREATE INDEX ix_practice_core_relationships_family ON practice_core_relationships USING btree (practice_id, therapist_id, attendee_id);
CREATE INDEX ix_practice_core_relationships_payer ON practice_core_relationships USING btree (practice_id, payer_id);
CREATE INDEX ix_practice_core_sessions_calendar ON practice_core_sessions USING btree (practice_id, therapist_id, starts_at) WHERE ((status)::text = 'scheduled'::text);
CREATE INDEX ix_practice_core_sessions_relationship ON practice_core_sessions USING btree (practice_id, relationship_id, starts_at);
CREATE UNIQUE INDEX uq_practice_core_relationships_active ON practice_core_relationships USING btree (practice_id, therapist_id, attendee_id, payer_id) WHERE ((status)::text = 'active'::text);
CREATE UNIQUE INDEX uq_practice_core_requests_pending ON practice_core_requests USING btree (practice_id, relationship_id, requested_by) WHERE ((status)::text = 'pending'::text);
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
