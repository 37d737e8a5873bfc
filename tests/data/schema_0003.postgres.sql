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
INSERT INTO practice_core_attempts VALUES ('p', '01a212b7-9085-772b-aaf0-ded13f14b09f', 'charge', 'paid', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a212b7-9085-772b-aaf0-ded13f14b09f', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a212b7-90b6-7771-904d-eaa1965308ca', 'charge', 'given back', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a212b7-90b6-7771-904d-eaa1965308ca', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a212b7-90d5-7da7-bfcc-26acf4e9535c', 'refund', 'given back', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', NULL, 'memory-c', '01a212b7-90b6-7771-904d-eaa1965308ca', 'payment-p/01a212b7-90b6-7771-904d-eaa1965308ca', '2026-03-02 12:00:00+00', 'paid', 'payment-p/01a212b7-90d5-7da7-bfcc-26acf4e9535c', NULL, '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a212b7-90fd-7bed-8bf9-9ca1087088e0', 'charge', 'declined', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'declined', NULL, 'insufficient_funds', '2026-03-02 12:00:00+00', false, 2);
INSERT INTO practice_core_attempts VALUES ('p', '01a212b7-911e-7e80-9ce8-cdb36773bc7d', 'charge', 'unknown', 'r2', 't', 'c', 6000, 'GBP', 'Willow, 2026-03-02', 'pm_c', 'memory-c', NULL, NULL, '2026-03-02 12:00:00+00', 'pending', NULL, NULL, NULL, false, 1);
INSERT INTO practice_core_clients VALUES ('p', 'c', 'Ines', 'Vale', 'c@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_c', 'visa', '4242', 3, 2029, 'memory-c', 'staff:desk', 2, 2, '1bfe219ab130199454193201a0c36026d6aca9c176f56012fb7ca35ca6365cfc');
INSERT INTO practice_core_clients VALUES ('p', 'd', 'Ines', 'Vale', 'd@mail.example', '+44 20 7946 0000', '2001-07-11', 'en-GB', 'pm_d', 'visa', '4242', 3, 2029, 'memory-d', 'staff:desk', 2, 2, '8f2590020736759cacc841c792317044343d183f9a640c0d829d1639bfc0e50a');
INSERT INTO practice_core_clients VALUES ('p', 'zoe', 'Zoë', 'O''Brien; --', NULL, NULL, NULL, 'en-GB', NULL, NULL, NULL, NULL, NULL, NULL, 'staff:desk', 1, 1, '44e72cb0961c2c84fff4c37fa12d86fae7aad9a5595411022979da96a34f1c26');
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
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r', 2, 'migrated', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"successor_id":"r2","request_id":"01a212b7-9016-759f-913e-f7599d958fd0","sessions_to_rebook":["s3","s4"]}', '', '00b56692f72810e8162813b1303443fc9eed19b84a313f65205f84f275a4f8f5', '94f6b63f3a712b3e2acf2cf0c9fb50c0825ada7ac47763bad33c6a7d28a1dff7');
INSERT INTO practice_core_journal VALUES ('p', 'relationship', 'r2', 1, 'opened_by_migration', 'staff:desk', 'c', '2026-03-02 12:00:00+00', '{"predecessor_id":"r","awaits_agreement":false}', '', '', 'ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3', 2, 'rebooked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"rebooked_as":"s3-again"}', '', '5fbc9fa5f6e0a495837c4e7b9ab2bbed748c85048954d97ccfe6bf2087eb2537', 'c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}', '', '', '65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's3-again', 2, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'ill', '65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39', '99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243');
INSERT INTO practice_core_journal VALUES ('p', 'session', 's5', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}', '', '', '112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a212b7-9085-772b-aaf0-ded13f14b09f","amount":6000,"currency":"GBP"}', '', '1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3', '411820ead0f0fbec682fc53078d9e1fd05765fa831a77b292e2f1fe5c2b66f26');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'paid', 3, 'charged', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a212b7-9085-772b-aaf0-ded13f14b09f","amount":6000,"currency":"GBP"}', '', '411820ead0f0fbec682fc53078d9e1fd05765fa831a77b292e2f1fe5c2b66f26', '369e64e290b1367e38b074e207d3c3520c439371e8c223e27ce4f2de52bd161d');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a212b7-90b6-7771-904d-eaa1965308ca","amount":6000,"currency":"GBP"}', '', '534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039', 'de54d6dd22dd9d1c2153785a6a89c5a2fe862a960561841a56687ea34c03f2ae');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 3, 'charged', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a212b7-90b6-7771-904d-eaa1965308ca","amount":6000,"currency":"GBP"}', '', 'de54d6dd22dd9d1c2153785a6a89c5a2fe862a960561841a56687ea34c03f2ae', 'dc5f7413c26fa845c488fe0c1f793cf5f9d4cc15c6c1b3db77c29764030968f3');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 4, 'cancelled', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"late":false,"waived":false}', 'a burst pipe', 'dc5f7413c26fa845c488fe0c1f793cf5f9d4cc15c6c1b3db77c29764030968f3', 'abf0295508a6c7e84cb419a2569a683efd385a9fc8970d612575ce0412744637');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 5, 'refund_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a212b7-90d5-7da7-bfcc-26acf4e9535c","amount":6000,"currency":"GBP","charge_id":"01a212b7-90b6-7771-904d-eaa1965308ca"}', '', 'abf0295508a6c7e84cb419a2569a683efd385a9fc8970d612575ce0412744637', '1a86d1c24cadbb5da1df5f0528ed3c2dee071d6bf91d43ce22e92ba91bcfa175');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'given back', 6, 'refunded', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a212b7-90d5-7da7-bfcc-26acf4e9535c","amount":6000,"currency":"GBP","charge_id":"01a212b7-90b6-7771-904d-eaa1965308ca"}', '', '1a86d1c24cadbb5da1df5f0528ed3c2dee071d6bf91d43ce22e92ba91bcfa175', 'f90d975d3c2904aaaaee722c3148cfcbcf333b6448210e58b30950b086630340');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}', '', '', 'f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a212b7-90fd-7bed-8bf9-9ca1087088e0","amount":6000,"currency":"GBP"}', '', 'f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d', '06cefdde9815238ffe9657ab9c7d83359d3ce21ac9af2e13aa8422fc1b11c7b9');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'declined', 3, 'charge_declined', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a212b7-90fd-7bed-8bf9-9ca1087088e0","amount":6000,"currency":"GBP","reason":"insufficient_funds"}', '', '06cefdde9815238ffe9657ab9c7d83359d3ce21ac9af2e13aa8422fc1b11c7b9', 'ca358960a39e6fe9af502e66a502b28e8cddaa9d6a47258d4c3786a8eaa1e607');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'unknown', 1, 'booked', 'staff:desk', '', '2026-03-02 12:00:00+00', '{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}', '', '', '7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b');
INSERT INTO practice_core_journal VALUES ('p', 'session', 'unknown', 2, 'charge_attempted', 'system:system', '', '2026-03-02 12:00:00+00', '{"attempt_id":"01a212b7-911e-7e80-9ce8-cdb36773bc7d","amount":6000,"currency":"GBP"}', '', '7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b', 'b2017e4561feed587205b2fe42cec874804596a348ecadf29b69a78bf8d5a212');
INSERT INTO practice_core_keys VALUES ('p', '2193f5786220ee8550514c10e2c0ba3ccd5e0fcded14538cd52f666fe2fb9a00', '20536d4d75301061dbb5c8fe3d9260685b8be463c64a05570d7433f352a9e697', '["r","r2","s3","s4"]', '2026-03-02 12:00:00+00', 1);
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8fa0-78eb-ba4a-3a39118264e8', 'session_booked', 'client:c', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8fa1-7e1f-bb25-30c53c804fb7', 'session_booked', 'client:d', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8fa2-7349-b97f-fbc9829c1f0c', 'session_booked', 'therapist:t', 'session:s3', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8fb0-7220-a21d-f30f3abc3a97', 'session_booked', 'client:c', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8fb1-72e0-82ec-ad51a31715f1', 'session_booked', 'client:d', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8fb2-7aeb-b1a9-c7b7958b814c', 'session_booked', 'therapist:t', 'session:s4', '{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8fd3-7886-b0d7-b91600440aa0', 'migration_requested', 'client:c', 'relationship:z', '{"request_id":"q1","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8fd4-70a6-8ef6-e776af904733', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q1","asked":"zoe"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8ff0-7c84-98ef-0e6fb0b5aea7', 'request_declined', 'client:zoe', 'relationship:z', '{"request_id":"q1"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8ffe-74c3-b2b5-4f94259cf717', 'migration_requested', 'client:zoe', 'relationship:z', '{"request_id":"q2","asked":"c"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-8fff-7ec3-8838-b00f533eeead', 'migration_requested', 'therapist:t', 'relationship:z', '{"request_id":"q2","asked":"c"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9017-7aac-9002-af06dd922454', 'yours_to_pay', 'client:c', 'relationship:r', '{"successor_id":"r2"}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9018-7d81-ba81-5760f581565e', 'no_longer_yours_to_pay', 'client:d', 'relationship:r', '{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9037-7c76-893d-f7cc2055e095', 'session_rebooked', 'client:c', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9038-7969-9864-b679d6aab36f', 'session_rebooked', 'therapist:t', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9057-782b-a1af-36522f4c5e8e', 'session_cancelled', 'client:c', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9058-7957-9510-b2395bd679fc', 'session_cancelled', 'therapist:t', 'session:s3-again', '{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9064-7123-9bb0-b78359a0000c', 'session_booked', 'client:c', 'session:s5', '{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9065-7e9d-86cc-6d271f9cc38d', 'session_booked', 'therapist:t', 'session:s5', '{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9074-7bc9-b4f9-1870bd9641ea', 'session_booked', 'client:c', 'session:paid', '{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9075-758d-8fd4-d670dd6e4420', 'session_booked', 'therapist:t', 'session:paid', '{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-909f-7f5f-8f8e-1d7d4919d066', 'charge_paid', 'client:c', 'session:paid', '{"attempt_id":"01a212b7-9085-772b-aaf0-ded13f14b09f","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-90af-7d7d-a7ef-1f302d792cc8', 'session_booked', 'client:c', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-90b0-7038-aaaa-0cfa5f619583', 'session_booked', 'therapist:t', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-90bc-75f6-ad4e-19889b2bf8dc', 'charge_paid', 'client:c', 'session:given back', '{"attempt_id":"01a212b7-90b6-7771-904d-eaa1965308ca","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-90c3-7f83-ab93-9e32f233c5b5', 'session_cancelled', 'client:c', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-90c4-7e60-9a2e-21e4703f1bb7', 'session_cancelled', 'therapist:t', 'session:given back', '{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-90e2-7c0e-9840-92cef97e829b', 'refund_made', 'client:c', 'session:given back', '{"attempt_id":"01a212b7-90d5-7da7-bfcc-26acf4e9535c","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-90f5-7b97-b1fe-dcaf2acde40a', 'session_booked', 'client:c', 'session:declined', '{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-90f6-73b7-ad4e-114e5fe514c0', 'session_booked', 'therapist:t', 'session:declined', '{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9103-7f6d-bb98-ed3d9d70ba4d', 'charge_declined', 'client:c', 'session:declined', '{"attempt_id":"01a212b7-90fd-7bed-8bf9-9ca1087088e0","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9104-734b-996b-0add02a49a08', 'charge_declined', 'therapist:t', 'session:declined', '{"attempt_id":"01a212b7-90fd-7bed-8bf9-9ca1087088e0","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9116-79e8-87c3-bf2914cf70dc', 'session_booked', 'client:c', 'session:unknown', '{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_notices VALUES ('p', '01a212b7-9117-7def-9936-dd0dbe2cfbcb', 'session_booked', 'therapist:t', 'session:unknown', '{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}', 'waiting', '2026-03-02 12:00:00+00', 1, 'en-GB', '2026-03-02 12:00:00+00', 0, '2026-03-02 12:00:00+00', NULL, '');
INSERT INTO practice_core_practices VALUES ('p', 'Willow', 'Europe/London', 'GBP', '{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":[24,12],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}', 1, 1, '81fc6297b087e51d2bd147e3c0e1b48c5c98953c18634d274164bfe1918f8d0e', 'en-GB');
INSERT INTO practice_core_relationships VALUES ('p', 'z', 't', 'c', 'zoe', 'active', '2026-03-02 12:00:00+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 4, 4, '658f36e954b3a0635e2074bb4db8c4bfd3e4e6bc6abd8b3605ab6fa25ecdad2c');
INSERT INTO practice_core_relationships VALUES ('p', 'r', 't', 'c', 'd', 'ended', '2026-03-02 12:00:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', 'migrated', 'staff:desk', NULL, 'r2', false, 5, 2, '94f6b63f3a712b3e2acf2cf0c9fb50c0825ada7ac47763bad33c6a7d28a1dff7');
INSERT INTO practice_core_relationships VALUES ('p', 'r2', 't', 'c', 'c', 'active', '2026-03-02 12:00:00+00', 6000, 'GBP', NULL, NULL, NULL, 'r', NULL, false, 7, 1, 'ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
INSERT INTO practice_core_requests VALUES ('p', 'q1', 'z', 'zoe', '2026-03-02 12:00:00+00', 'staff:desk', 'by post', '2026-04-01 12:00:00+00', 'declined', NULL, '2026-03-02 12:00:00+00', 'Not yet,
''please''', 2);
INSERT INTO practice_core_requests VALUES ('p', 'q2', 'z', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'pending', NULL, NULL, '', 1);
INSERT INTO practice_core_requests VALUES ('p', '01a212b7-9016-759f-913e-f7599d958fd0', 'r', 'c', '2026-03-02 12:00:00+00', 'staff:desk', '', '2026-04-01 12:00:00+00', 'confirmed', NULL, '2026-03-02 12:00:00+00', '', 1);
INSERT INTO practice_core_sessions VALUES ('p', 's4', 'r', 't', 'c', 'd', '2026-03-06 12:00:00+00', '2026-03-06 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-04 12:00:00+00', 'scheduled', 'open', NULL, NULL, NULL, false, '', 1, 1, 'd9d50ce26582bbe24f4235383e4d00a6df0647380e8cc827d08924acbce000ff', 'charge', '2026-03-04 12:00:00+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 's3', 'r', 't', 'c', 'd', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', NULL, 's3-again', '2026-03-02 12:00:00+00', false, '', 2, 2, 'c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 's3-again', 'r2', 't', 'c', 'c', '2026-03-05 12:00:00+00', '2026-03-05 12:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-03 12:00:00+00', 'cancelled', 'nothing', 's3', NULL, '2026-03-02 12:00:00+00', false, 'ill', 2, 2, '99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 's5', 'r2', 't', 'c', 'c', '2026-03-07 12:00:00.000001+00', '2026-03-07 12:50:00.000001+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-05 12:00:00.000001+00', 'scheduled', 'open', NULL, NULL, NULL, false, '', 1, 1, '112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4', 'charge', '2026-03-05 12:00:00.000001+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 'paid', 'r2', 't', 'c', 'c', '2026-03-02 17:00:00+00', '2026-03-02 17:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'paid', NULL, NULL, NULL, false, '', 3, 3, '369e64e290b1367e38b074e207d3c3520c439371e8c223e27ce4f2de52bd161d', NULL, NULL, 0);
INSERT INTO practice_core_sessions VALUES ('p', 'given back', 'r2', 't', 'c', 'c', '2026-03-02 18:00:00+00', '2026-03-02 18:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'cancelled', 'refunded', NULL, NULL, '2026-03-02 12:00:00+00', false, 'a burst pipe', 6, 6, 'f90d975d3c2904aaaaee722c3148cfcbcf333b6448210e58b30950b086630340', NULL, NULL, 1);
INSERT INTO practice_core_sessions VALUES ('p', 'declined', 'r2', 't', 'c', 'c', '2026-03-02 19:00:00+00', '2026-03-02 19:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'declined', NULL, NULL, NULL, false, '', 3, 3, 'ca358960a39e6fe9af502e66a502b28e8cddaa9d6a47258d4c3786a8eaa1e607', 'cancel', '2026-03-02 18:00:00+00', 0);
INSERT INTO practice_core_sessions VALUES ('p', 'unknown', 'r2', 't', 'c', 'c', '2026-03-02 20:00:00+00', '2026-03-02 20:50:00+00', 6000, 'GBP', '2026-03-02 12:00:00+00', '2026-03-02 12:00:00+00', 'scheduled', 'pending', NULL, NULL, NULL, false, '', 2, 2, 'b2017e4561feed587205b2fe42cec874804596a348ecadf29b69a78bf8d5a212', 'settle', '2026-03-02 12:05:00+00', 0);
INSERT INTO practice_core_therapists VALUES ('p', 't', 'Mara Ilić', NULL, 9, 1, '083f9d8bfd2f87479f3998e65bdc6474f176aac206b952ead863a40d713e5213');
INSERT INTO practice_core_version VALUES ('0003');
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
