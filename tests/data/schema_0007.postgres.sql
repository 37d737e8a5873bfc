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
INSERT INTO practice_core_attempts VALUES ('p', '01a223fe-29f3-775d-8274-4a55df721efa', 'charge', 'paid', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a223fe-29f3-775d-8274-4a55df721efa', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a223fe-2a14-7409-aacb-fcc6fd6de508', 'charge', 'given back', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a223fe-2a14-7409-aacb-fcc6fd6de508', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a223fe-2a22-72e2-8009-bde9e575cc1e', 'refund', 'given back', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', NULL, 'memory-c', '01a223fe-2a14-7409-aacb-fcc6fd6de508', 'payment-p/01a223fe-2a14-7409-aacb-fcc6fd6de508', '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a223fe-2a22-72e2-8009-bde9e575cc1e', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a223fe-2a35-7178-a504-d7b0511079ec', 'charge', 'declined', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'declined', NULL, 'insufficient_funds', '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a223fe-2a42-742b-8b6a-618774adf568', 'charge', 'unknown', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'pending', NULL, NULL, NULL, false, 1);
INSERT INTO practice_core_clients VALUES ('p', 'told', 'Kit', 'Vale', NULL, NULL, '2010-04-01', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, '1ad49b2180aa7f509ea116911d95b665f95c76d2a91ef889175055eb56cfef6f', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'seen', 'Kit', 'Vale', NULL, NULL, '2010-04-02', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, 'c35958a9487907c3599600169e6b8696bef528584a7f33825e6ba3cda345dd3a', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'waits', 'Kit', 'Vale', NULL, NULL, '2010-04-03', 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 2, 1, '8d8bce98c68a8d84afa792238bd95d734d110318e9cb216cbf401c7f79594f2b', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'd', 'Ines', 'Vale', 'd@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_d', 'visa', '4242', 3, 2029, 'memory-d', 'staff:desk', 7, 2, 'ebbc82658ec17c3dac1a493a868711b607c287d68f5d6a795453f4f47fed8d91', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'zoe', 'Zoë', 'O''Brien; --', NULL, NULL, NULL, 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 4, 1, 'aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'c', 'Ines', 'Vale', 'c@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_c', 'visa', '4242', 3, 2029, 'memory-c', 'staff:desk', 5, 2, '480fbcc230b101c3dc063b36f7155d0340fbd0c433fdd14d872439aad6a88a9e', NULL, NULL);
INSERT INTO practice_core_clients VALUES ('p', 'gone', '', '', NULL, NULL, NULL, 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 3, 2, '83493ca41c2da054b85ca6192a0d145ebc3fd866c1081f4d262be3c06a4b9091', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00');
INSERT INTO practice_core_journal VALUES ('p', 'practice', 'p', 1, 'opened', 'system:system', '', '2026-03-02 12:00:00+00', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":["24","12"],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}', '', '', '420bc36eac9621f98222fb84d645dff7722525596357e29d23ba65d326cf59a1', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'therapist', 't', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'c3faed71e15e669a07246afc017b90ecebe04af6aef499d6744324da3d727aae', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'c', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '4b0405f4381709c640bfc30ebbd17152964341ac82275d48d5810bc45c10fd12', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'c', 2, 'card_added', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', 'visa 4242', '4b0405f4381709c640bfc30ebbd17152964341ac82275d48d5810bc45c10fd12', '480fbcc230b101c3dc063b36f7155d0340fbd0c433fdd14d872439aad6a88a9e', '524762702d31d72271ac5a44dedb0b58', '43c08ee4baecc0042309dcec69347cb957dd2d521973d5c15dbe07459d36c16c');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'd', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', '41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'd', 2, 'card_added', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', 'visa 4242', '41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04', 'ebbc82658ec17c3dac1a493a868711b607c287d68f5d6a795453f4f47fed8d91', '213ac1a1c019ae4e5a33785eb5e9e241', '05dd48a6c77329d19875518eaa62003792578c2c01ab72340cb9e87452bb1a0d');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":6000,"currency":"GBP","therapist_id":"t","attendee_id":"c","payer_id":"d"}', '', '', 'bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's4', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r","starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'client', 'zoe', 1, 'registered', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', '', 'aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 1, 'opened', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"fee":null,"therapist_id":"t","attendee_id":"c","payer_id":"zoe"}', '', '', '997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 2, 'migration_requested', 'staff:desk', 'zoe', '2026-03-02 12:00:00+00', '{"request_id":"q1"}', 'by post', '997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe', '56c8493313c295e8cdaf4b9d3de46edecbbeb7f84369af74d7442ad7607dea93', 'df7271a73ff3cb46c8bf0743e6fe925d', 'bd827f6dbceab75a36930ee2448193b0e63c8f413033a19c58128584165bfd05');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 3, 'request_declined', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"request_id":"q1"}', 'Not yet,
''please''', '56c8493313c295e8cdaf4b9d3de46edecbbeb7f84369af74d7442ad7607dea93', '029609df568305cb27b0bb58cd7185222a4369c304fd5b2be23ca91b69e8cbea', 'ed99a80b712e311b31666fc5ffa2bbf6', 'fba502e766f02f83b907eaeeb1e561649540077da884866d3727d77cf3b62668');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'z', 4, 'migration_requested', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"request_id":"q2"}', '', '029609df568305cb27b0bb58cd7185222a4369c304fd5b2be23ca91b69e8cbea', '5a5029b839b2c6c9fd146d7e0470bb08ceb60c48939988c2569ebfc4c86c1398', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r', 2, 'migrated', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"successor_id":"r2","request_id":"01a223fe-2935-73a0-8ffe-23c3c46cc31a","sessions_to_rebook":["s3","s4"]}', '', 'bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989', '4bff2c807bf8b2e443aa06c9cf47f4e473fd1038a243c9b40a8d4099a127379b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r2', 1, 'opened_by_migration', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"predecessor_id":"r","awaits_agreement":false}', '', '', '1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3', 2, 'rebooked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"rebooked_as":"s3-again"}', '', '35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3', '60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}', '', '', '5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 2, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'ill', '5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3', '79fd3c619344dc7c91477875de195b7ae074281f0f8b3f9e431204f7c2df9e84', 'b98f98ea639a9b8f7aa5077058ccfd89', '246fae7ff24d745c01751f6e203a70bb99cc7132f254d0e7abcebe19092391bc');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's5', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}', '', '', 'd337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a223fe-29f3-775d-8274-4a55df721efa","amount":6000,"currency":"GBP"}', '', '7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd', '01642d1715616ae2d2a079ebfdf56c8d1c093101c213a41a42e11a577748cf16', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 3, 'charged', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a223fe-29f3-775d-8274-4a55df721efa","amount":6000,"currency":"GBP"}', '', '01642d1715616ae2d2a079ebfdf56c8d1c093101c213a41a42e11a577748cf16', '2049145bd01cda48fe4b8d11e950c7bfeccaa6a83fd90b177ce884abccbe93e3', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a223fe-2a14-7409-aacb-fcc6fd6de508","amount":6000,"currency":"GBP"}', '', '0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb', '55a759c0e1d45ca10fb5ced711198b8a8ef29d650d90cf535b903a3150562f09', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 3, 'charged', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a223fe-2a14-7409-aacb-fcc6fd6de508","amount":6000,"currency":"GBP"}', '', '55a759c0e1d45ca10fb5ced711198b8a8ef29d650d90cf535b903a3150562f09', '6ea47473d49390033fd498a78c865274a905a25e3b815f5a31898a1efff6f9cb', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 4, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'a burst pipe', '6ea47473d49390033fd498a78c865274a905a25e3b815f5a31898a1efff6f9cb', '7b0cbd97068285af2eb385381abc7805660289104d607a928b452adb0de78e75', '77545c3394359019fd58dce09cef7a2d', '1a11495343d25c7fff6e1b1f1636bb45b424326a5e022696f25cd080823a0a95');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 5, 'refund_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a223fe-2a22-72e2-8009-bde9e575cc1e","amount":6000,"currency":"GBP","charge_id":"01a223fe-2a14-7409-aacb-fcc6fd6de508"}', '', '7b0cbd97068285af2eb385381abc7805660289104d607a928b452adb0de78e75', '7c513b7b775771cdda61914bfc0b48e71616f090a3ca1c0aaf7abdbd9ebbd02b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 6, 'refunded', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a223fe-2a22-72e2-8009-bde9e575cc1e","amount":6000,"currency":"GBP","charge_id":"01a223fe-2a14-7409-aacb-fcc6fd6de508"}', '', '7c513b7b775771cdda61914bfc0b48e71616f090a3ca1c0aaf7abdbd9ebbd02b', '2a19a97eb32587b96eeaae0be97297313c7bf1217d6325e1a0600c91bbb2972a', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a223fe-2a35-7178-a504-d7b0511079ec","amount":6000,"currency":"GBP"}', '', '1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7', '5b5a15126d9dd9ee1403959d680000cac73b5c232dc1a766b4f4df12ed59e999', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 3, 'charge_declined', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a223fe-2a35-7178-a504-d7b0511079ec","amount":6000,"currency":"GBP","reason":"insufficient_funds"}', '', '5b5a15126d9dd9ee1403959d680000cac73b5c232dc1a766b4f4df12ed59e999', '036f05540664bc1d86625de871b51de36743dc34ca3dcd0f12875a8770a393fc', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'unknown', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}', '', '', 'fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'unknown', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a223fe-2a42-742b-8b6a-618774adf568","amount":6000,"currency":"GBP"}', '', 'fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b', 'f1dfe8fa092f646a69cefb19d80c42ffbb20f64ec48bb4c54b80a59335b6a6a5', '', '');
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
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of gone', 3, 'party_erased', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"client_id":"gone"}', '', '07c83df5269ed3e337e7c7fcbf514e783dd3dde7bc9749cf17744555158a7d33', '58fd010fe3febc95cd2223020e685545581a5b3ea72bc46f3777ecfafe550fdf', '', '');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'of gone', 2, 'ended', 'staff:desk', '', '2026-03-02 12:00:00+00', '{}', '', 'f13bb1f3771fe8c48221420ca91b6573eef3df18a84fe8576068c4647cb3a1ed', '07c83df5269ed3e337e7c7fcbf514e783dd3dde7bc9749cf17744555158a7d33', '', '123440eceecd117fe71442c52c57e26df8328b00f0ae205b54b59586e59f7dba');
INSERT INTO practice_core_keys VALUES ('p', '2193f5786220ee8550514c10e2c0ba3ccd5e0fcded14538cd52f666fe2fb9a00', '20536d4d75301061dbb5c8fe3d9260685b8be463c64a05570d7433f352a9e697', '["r","r2","s3","s4"]', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2899-7243-b6de-faf2fbf7b751', 'session_booked', 'client:c', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2899-7243-b6de-faf313a9b7d7', 'session_booked', 'client:d', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2899-7243-b6de-faf482ac905c', 'session_booked', 'therapist:t', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-28ad-73e4-b133-8093a968022f', 'session_booked', 'client:c', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-28ad-73e4-b133-80947ba62061', 'session_booked', 'client:d', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-28ad-73e4-b133-80951bfac080', 'session_booked', 'therapist:t', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-28d6-71c0-ac81-f15fe0b9ee6c', 'migration_requested', 'client:c', 'relationship:z', '{"request_id":"q1","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-28d6-71c0-ac81-f1605f67be43', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q1","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-28fa-718b-b166-3e21b439b6fc', 'request_declined', 'client:zoe', 'relationship:z', '{"request_id":"q1"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2909-71b7-8247-55f404a70c08', 'migration_requested', 'client:zoe', 'relationship:z', '{"request_id":"q2","asked":"c"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2909-71b7-8247-55f570bb2b5b', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q2","asked":"c"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2936-7599-98c1-1e20d15cb8fc', 'yours_to_pay', 'client:c', 'relationship:r', '{"successor_id":"r2"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2936-7599-98c1-1e215eb3aa65', 'no_longer_yours_to_pay', 'client:d', 'relationship:r', '{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-29cb-765c-b39a-e49f0e3661af', 'session_rebooked', 'client:c', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-29cc-728b-bda9-63d08c5b14b4', 'session_rebooked', 'therapist:t', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-29db-75b9-93e4-e738b867f043', 'session_cancelled', 'client:c', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-29db-75b9-93e4-e739644f96df', 'session_cancelled', 'therapist:t', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-29e1-7213-9875-5aaeab27276b', 'session_booked', 'client:c', 'session:s5', '{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-29e1-7213-9875-5aaf10a205ae', 'session_booked', 'therapist:t', 'session:s5', '{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-29ea-72da-8e5c-f840f27ec4b8', 'session_booked', 'client:c', 'session:paid', '{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-29ea-72da-8e5c-f8410e56275d', 'session_booked', 'therapist:t', 'session:paid', '{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a09-7760-b282-190f1d35edfd', 'charge_paid', 'client:c', 'session:paid', '{"attempt_id":"01a223fe-29f3-775d-8274-4a55df721efa","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a10-76ed-92c6-42c69cbf7371', 'session_booked', 'client:c', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a10-76ed-92c6-42c7a2e02dd1', 'session_booked', 'therapist:t', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a17-73a5-854e-21530715aa2e', 'charge_paid', 'client:c', 'session:given back', '{"attempt_id":"01a223fe-2a14-7409-aacb-fcc6fd6de508","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a19-7433-934a-6fa9e808f16e', 'session_cancelled', 'client:c', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a19-7433-934a-6faa2fc58350', 'session_cancelled', 'therapist:t', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a29-73b2-bdec-3958e19fb3bf', 'refund_made', 'client:c', 'session:given back', '{"attempt_id":"01a223fe-2a22-72e2-8009-bde9e575cc1e","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a30-75b3-8a52-119aeb54e966', 'session_booked', 'client:c', 'session:declined', '{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a30-75b3-8a52-119bfd663359', 'session_booked', 'therapist:t', 'session:declined', '{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a37-7380-af1d-76a0aa07da57', 'charge_declined', 'client:c', 'session:declined', '{"attempt_id":"01a223fe-2a35-7178-a504-d7b0511079ec","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a37-7380-af1d-76a18ec0ffb7', 'charge_declined', 'therapist:t', 'session:declined', '{"attempt_id":"01a223fe-2a35-7178-a504-d7b0511079ec","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a3e-7518-b9ff-763d88d9354a', 'session_booked', 'client:c', 'session:unknown', '{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a3e-7518-b9ff-763ef8403091', 'session_booked', 'therapist:t', 'session:unknown', '{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a5c-755b-aee0-12475b7aa55a', 'birthday_near', 'therapist:t', 'relationship:of told', '{}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a76-738f-9476-6eebc227c89a', 'asked_to_pay', 'client:d', 'relationship:own', '{"request_id":"q3","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a76-738f-9476-6eec39cc05ad', 'handing_over_requested', 'therapist:t', 'relationship:own', '{"request_id":"q3","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a8f-7323-bfc8-992df78dfee4', 'yours_to_pay', 'client:d', 'relationship:own', '{"successor_id":"then"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a8f-7323-bfc8-992ef51662a3', 'no_longer_yours_to_pay', 'client:zoe', 'relationship:own', '{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":[],"passed_to":"d"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a98-76cc-b2ff-937ad8c34adb', 'asked_to_pay', 'client:c', 'relationship:then', '{"request_id":"q4","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a98-76cc-b2ff-937b1fc371c9', 'handing_over_requested', 'client:d', 'relationship:then', '{"request_id":"q4","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a223fe-2a98-76cc-b2ff-937c6b8057ea', 'handing_over_requested', 'therapist:t', 'relationship:then', '{"request_id":"q4","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_practices VALUES ('p', 'Willow', 'Europe/London', 'GBP', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":[24,12],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}', 1, 1, '420bc36eac9621f98222fb84d645dff7722525596357e29d23ba65d326cf59a1', 'en-GB');
INSERT INTO practice_core_relationships VALUES ('p', 'z', 't', 'c', 'zoe', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 4, 4, '5a5029b839b2c6c9fd146d7e0470bb08ceb60c48939988c2569ebfc4c86c1398', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'r', 't', 'c', 'd', 'ended', '2026-03-02 12:00:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', 'migrated', 'staff:desk', NULL, 'r2', false, 5, 2, '4bff2c807bf8b2e443aa06c9cf47f4e473fd1038a243c9b40a8d4099a127379b', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'r2', 't', 'c', 'c', 'active', '2026-03-02 12:00:00+00', 6000, 'GBP', NULL, NULL, NULL, 'r', NULL, false, 7, 1, '1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'of seen', 't', 'seen', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 2, 2, '02f6979296e5d8eb9e32a06a7a87886bccadb324b52704c0ab212f7350560afb', '2010-04-02', 16, NULL, '2026-03-02 12:00:00+00', NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'of told', 't', 'told', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 2, 2, 'dda2ac522d34bee26f543522f508e462608bedbeaa043b947a6d12c3c63b49ef', '2010-04-01', 16, '2026-03-02 12:00:00+00', NULL, 'told');
INSERT INTO practice_core_relationships VALUES ('p', 'of waits', 't', 'waits', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 1, 1, '47921190b13da256955089bf8ca5c10f6083809c9de4ff79181035ade0869595', '2010-04-03', 16, NULL, NULL, 'waiting');
INSERT INTO practice_core_relationships VALUES ('p', 'own', 't', 'zoe', 'zoe', 'ended', '2026-03-02 12:00:00+00', NULL, NULL, '2026-03-02 12:00:00+00', 'transferred', 'staff:desk', NULL, 'then', false, 4, 4, 'f853867794f5bfbb9eaf4ec7afe82036dde7abbfc323ec2cbe65feb393bd8cf0', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'then', 't', 'zoe', 'd', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, 'own', NULL, false, 2, 2, '281f37cf6d1ce14f76aeeccff131f2a0a0811131a6d0ce887f9241c237222e2c', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_relationships VALUES ('p', 'of gone', 't', 'gone', 'gone', 'ended', '2026-03-02 12:00:00+00', NULL, NULL, '2026-03-02 12:00:00+00', 'erased', 'staff:desk', NULL, NULL, false, 3, 3, '58fd010fe3febc95cd2223020e685545581a5b3ea72bc46f3777ecfafe550fdf', NULL, NULL, NULL, NULL, NULL);
INSERT INTO practice_core_requests VALUES ('p', 'q1', 'z', 'zoe', '2026-03-02 12:00:00+00', 'staff:desk', 'by post', '2026-04-01 12:00:00+00', 'declined', NULL, '2026-03-02 12:00:00+00', 'Not yet,
''please''', 2, 'c', 'ad7a730b661f7e704bbffb2a743df39aaa5d645b8aab8479df789b1361906467');
INSERT INTO practice_core_requests VALUES ('p', 'q2', 'z', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'pending', NULL, NULL, '', 1, 'c', '');
INSERT INTO practice_core_requests VALUES ('p', '01a223fe-2935-73a0-8ffe-23c3c46cc31a', 'r', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'confirmed', NULL, '2026-03-02 12:00:00+00', '', 1, 'c', '');
INSERT INTO practice_core_requests VALUES ('p', 'q3', 'own', 'zoe', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'confirmed', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', '', 3, 'd', '03ea4a60382226b0549aed2908119ed9ea981277a8b958f27e60a137ca657358');
INSERT INTO practice_core_requests VALUES ('p', 'q4', 'then', 'zoe', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'pending', NULL, NULL, '', 1, 'c', '28c7bd53a067a705c784a099b06f5aa03ab3be1b979e990a0b51be92f2ff606e');
INSERT INTO practice_core_sessions VALUES ('p', 's4', 'r', 't', 'c', 'd', '2026-03-06 12:00:00+00', '2026-03-06 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-04 12:00:00+00', 'scheduled', 'open', NULL, NULL, NULL, false, '', 1, 1, '037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c', 'charge', '2026-03-04 12:00:00+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 's3', 'r', 't', 'c', 'd', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', NULL, 's3-again', '2026-03-02 12:00:00+00', false, '', 2, 2, '60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 's3-again', 'r2', 't', 'c', 'c', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', 's3', NULL, '2026-03-02 12:00:00+00', false, 'ill', 2, 2, '79fd3c619344dc7c91477875de195b7ae074281f0f8b3f9e431204f7c2df9e84', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 's5', 'r2', 't', 'c', 'c', '2026-03-07 12:00:00.000001+00', '2026-03-07 12:50:00.000001+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-05 12:00:00.000001+00', 'scheduled', 'open', NULL, NULL, NULL, false, '', 1, 1, 'd337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446', 'charge', '2026-03-05 12:00:00.000001+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 'paid', 'r2', 't', 'c', 'c', '2026-03-02 17:00:00+00', '2026-03-02 17:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'paid', NULL, NULL, NULL, false, '', 3, 3, '2049145bd01cda48fe4b8d11e950c7bfeccaa6a83fd90b177ce884abccbe93e3', NULL, NULL, 0);
INSERT INTO practice_core_sessions VALUES ('p', 'given back', 'r2', 't', 'c', 'c', '2026-03-02 18:00:00+00', '2026-03-02 18:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'cancelled', 'refunded', NULL, NULL, '2026-03-02 12:00:00+00', false, 'a burst pipe', 6, 6, '2a19a97eb32587b96eeaae0be97297313c7bf1217d6325e1a0600c91bbb2972a', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 'declined', 'r2', 't', 'c', 'c', '2026-03-02 19:00:00+00', '2026-03-02 19:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'declined', NULL, NULL, NULL, false, '', 3, 3, '036f05540664bc1d86625de871b51de36743dc34ca3dcd0f12875a8770a393fc', 'cancel', '2026-03-02 18:00:00+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 'unknown', 'r2', 't', 'c', 'c', '2026-03-02 20:00:00+00', '2026-03-02 20:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'pending', NULL, NULL, NULL, false, '', 2, 2, 'f1dfe8fa092f646a69cefb19d80c42ffbb20f64ec48bb4c54b80a59335b6a6a5', 'settle', '2026-03-02 12:05:00+00', 0);
INSERT INTO practice_core_therapists VALUES ('p', 't', 'Mara Ilić', NULL, 9, 1, 'c3faed71e15e669a07246afc017b90ecebe04af6aef499d6744324da3d727aae');
INSERT INTO practice_core_version VALUES ('0007');
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
