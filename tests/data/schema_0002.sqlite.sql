BEGIN TRANSACTION;
CREATE TABLE practice_core_attempts (
	practice_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	session_id VARCHAR(64) NOT NULL, 
	relationship_id VARCHAR(64) NOT NULL, 
	therapist_id VARCHAR(64) NOT NULL, 
	payer_id VARCHAR(64) NOT NULL, 
	amount BIGINT NOT NULL, 
	amount_currency VARCHAR(3) NOT NULL, 
	description TEXT NOT NULL, 
	card_reference TEXT, 
	account TEXT, 
	charge_id VARCHAR(64), 
	charge_reference TEXT, 
	made_at BIGINT NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	reference TEXT, 
	reason VARCHAR(32), 
	settled_at BIGINT, 
	elsewhere BOOLEAN NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_practice_core_attempts PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_attempts_practice_id_session_id FOREIGN KEY(practice_id, session_id) REFERENCES practice_core_sessions (practice_id, id)
);
INSERT INTO "practice_core_attempts" VALUES('p','01a2066e-795f-76b8-be20-6c1efcdbcaa6','charge','paid','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a2066e-795f-76b8-be20-6c1efcdbcaa6',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2066e-7980-75c1-9622-99819065bdbd','charge','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a2066e-7980-75c1-9622-99819065bdbd',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2066e-7999-78ce-98b5-855361a32f6e','refund','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02',NULL,'memory-c','01a2066e-7980-75c1-9622-99819065bdbd','payment-p/01a2066e-7980-75c1-9622-99819065bdbd',1772452800000000,'paid','payment-p/01a2066e-7999-78ce-98b5-855361a32f6e',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2066e-79a6-7e89-8ef9-1de5f907985d','charge','declined','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'declined',NULL,'insufficient_funds',1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2066e-79af-7a4f-a31e-1b86a70aff6b','charge','unknown','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'pending',NULL,NULL,NULL,0,1);
CREATE TABLE practice_core_clients (
	practice_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	given_name TEXT NOT NULL, 
	family_name TEXT NOT NULL, 
	email TEXT, 
	phone TEXT, 
	date_of_birth DATE, 
	language TEXT NOT NULL, 
	card_reference TEXT, 
	card_brand TEXT, 
	card_last4 VARCHAR(4), 
	card_exp_month INTEGER, 
	card_exp_year INTEGER, 
	gateway_account TEXT, 
	registered_by TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	journal_number INTEGER NOT NULL, 
	journal_digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_practice_core_clients PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_clients_practice_id FOREIGN KEY(practice_id) REFERENCES practice_core_practices (id)
);
INSERT INTO "practice_core_clients" VALUES('p','c','Ines','Vale','c@mail.example','+44 20 7946 0000','2001-07-11','en-GB','pm_c','visa','4242',3,2029,'memory-c','staff:desk',2,2,'1bfe219ab130199454193201a0c36026d6aca9c176f56012fb7ca35ca6365cfc');
INSERT INTO "practice_core_clients" VALUES('p','d','Ines','Vale','d@mail.example','+44 20 7946 0000','2001-07-11','en-GB','pm_d','visa','4242',3,2029,'memory-d','staff:desk',2,2,'8f2590020736759cacc841c792317044343d183f9a640c0d829d1639bfc0e50a');
INSERT INTO "practice_core_clients" VALUES('p','zoe','Zoë','O''Brien; --',NULL,NULL,NULL,'en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',1,1,'44e72cb0961c2c84fff4c37fa12d86fae7aad9a5595411022979da96a34f1c26');
CREATE TABLE practice_core_journal (
	practice_id VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	thing_id VARCHAR(64) NOT NULL, 
	number INTEGER NOT NULL, 
	what VARCHAR(32) NOT NULL, 
	actor TEXT NOT NULL, 
	requested_by TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	facts TEXT NOT NULL, 
	note TEXT NOT NULL, 
	previous VARCHAR(64) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_practice_core_journal PRIMARY KEY (practice_id, kind, thing_id, number), 
	CONSTRAINT fk_practice_core_journal_practice_id FOREIGN KEY(practice_id) REFERENCES practice_core_practices (id)
);
INSERT INTO "practice_core_journal" VALUES('p','practice','p',1,'opened','system:system','',1772452800000000,'{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":["24","12"],"request_valid_days":30,"review_notice_days":60,"acceptance_required":false,"card_required_first":false}','','','f937f9e9f112b385cc040b52bf40370394526eeb1d0d3acf2529f2a154df0814');
INSERT INTO "practice_core_journal" VALUES('p','therapist','t',1,'registered','staff:desk','',1772452800000000,'{}','','','083f9d8bfd2f87479f3998e65bdc6474f176aac206b952ead863a40d713e5213');
INSERT INTO "practice_core_journal" VALUES('p','client','c',1,'registered','staff:desk','',1772452800000000,'{}','','','3e88de0d5f77b72ff15466732b451d9d189e079199e18560391ab3ecdde22002');
INSERT INTO "practice_core_journal" VALUES('p','client','c',2,'card_added','staff:desk','',1772452800000000,'{"brand":"visa","last4":"4242"}','','3e88de0d5f77b72ff15466732b451d9d189e079199e18560391ab3ecdde22002','1bfe219ab130199454193201a0c36026d6aca9c176f56012fb7ca35ca6365cfc');
INSERT INTO "practice_core_journal" VALUES('p','client','d',1,'registered','staff:desk','',1772452800000000,'{}','','','e05e73794a10ea56f186388ceaa00be719a69f2b191bcecfea55407e45374117');
INSERT INTO "practice_core_journal" VALUES('p','client','d',2,'card_added','staff:desk','',1772452800000000,'{"brand":"visa","last4":"4242"}','','e05e73794a10ea56f186388ceaa00be719a69f2b191bcecfea55407e45374117','8f2590020736759cacc841c792317044343d183f9a640c0d829d1639bfc0e50a');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',1,'opened','staff:desk','',1772452800000000,'{"fee":6000,"currency":"GBP","therapist_id":"t","attendee_id":"c","payer_id":"d"}','','','00b56692f72810e8162813b1303443fc9eed19b84a313f65205f84f275a4f8f5');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP"}','','','5fbc9fa5f6e0a495837c4e7b9ab2bbed748c85048954d97ccfe6bf2087eb2537');
INSERT INTO "practice_core_journal" VALUES('p','session','s4',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r","starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","price":6000,"currency":"GBP"}','','','d9d50ce26582bbe24f4235383e4d00a6df0647380e8cc827d08924acbce000ff');
INSERT INTO "practice_core_journal" VALUES('p','client','zoe',1,'registered','staff:desk','',1772452800000000,'{}','','','44e72cb0961c2c84fff4c37fa12d86fae7aad9a5595411022979da96a34f1c26');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"c","payer_id":"zoe"}','','','e6e9152868b0126383d9a4269bb07170aaff82fbe3d86b86a4758cfc4b51239c');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',2,'migration_requested','staff:desk','zoe',1772452800000000,'{"request_id":"q1"}','by post','e6e9152868b0126383d9a4269bb07170aaff82fbe3d86b86a4758cfc4b51239c','1fbc55b683e8cc2e4965727baf7bd9552079dcbc8319e3c5f6b8f3b01b3397ff');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',3,'request_declined','staff:desk','',1772452800000000,'{"request_id":"q1"}','Not yet,
''please''','1fbc55b683e8cc2e4965727baf7bd9552079dcbc8319e3c5f6b8f3b01b3397ff','b34cfb7005c2b058d7a599ac80dbede53d4f2f53556b9e540a5210887203c37e');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',4,'migration_requested','staff:desk','c',1772452800000000,'{"request_id":"q2"}','','b34cfb7005c2b058d7a599ac80dbede53d4f2f53556b9e540a5210887203c37e','658f36e954b3a0635e2074bb4db8c4bfd3e4e6bc6abd8b3605ab6fa25ecdad2c');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',2,'migrated','staff:desk','c',1772452800000000,'{"successor_id":"r2","request_id":"01a2066e-78d5-781e-a5a1-a875205e7109","sessions_to_rebook":["s3","s4"]}','','00b56692f72810e8162813b1303443fc9eed19b84a313f65205f84f275a4f8f5','4fbcf50266a65db58147c88f1a6564a8b7c9a704dd68cefb4e4fed0f9459300c');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r2',1,'opened_by_migration','staff:desk','c',1772452800000000,'{"predecessor_id":"r","awaits_agreement":false}','','','ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',2,'rebooked','staff:desk','',1772452800000000,'{"rebooked_as":"s3-again"}','','5fbc9fa5f6e0a495837c4e7b9ab2bbed748c85048954d97ccfe6bf2087eb2537','c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}','','','65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',2,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','ill','65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39','99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243');
INSERT INTO "practice_core_journal" VALUES('p','session','s5',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}','','','112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}','','','1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2066e-795f-76b8-be20-6c1efcdbcaa6","amount":6000,"currency":"GBP"}','','1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3','9240cf550ca406287ca06cfa369c436abc20d5333fb9f1c64fe9824c1f002809');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a2066e-795f-76b8-be20-6c1efcdbcaa6","amount":6000,"currency":"GBP"}','','9240cf550ca406287ca06cfa369c436abc20d5333fb9f1c64fe9824c1f002809','53ecb195924939d9b8968bd429303ea62fc6ecce7dbab6db0ee11c019b4424b9');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}','','','534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2066e-7980-75c1-9622-99819065bdbd","amount":6000,"currency":"GBP"}','','534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039','8f6a4acbd13eb95b78d67e0d46ffba010a8a9ea7edff220430cc2fd4f3d8538f');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a2066e-7980-75c1-9622-99819065bdbd","amount":6000,"currency":"GBP"}','','8f6a4acbd13eb95b78d67e0d46ffba010a8a9ea7edff220430cc2fd4f3d8538f','c28de7865904f5a43301e8fd900338ffe81e895a6797ccc0815501c9bc4ad281');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',4,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','a burst pipe','c28de7865904f5a43301e8fd900338ffe81e895a6797ccc0815501c9bc4ad281','f90ad887cabbe21a80c74009fd4129057be8fec49909a87b0a9a64dbb1cfd2d1');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',5,'refund_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2066e-7999-78ce-98b5-855361a32f6e","amount":6000,"currency":"GBP","charge_id":"01a2066e-7980-75c1-9622-99819065bdbd"}','','f90ad887cabbe21a80c74009fd4129057be8fec49909a87b0a9a64dbb1cfd2d1','4f9f8b9bcdc2fba71c804b6641c5e0a6ee35a3f2e7a4620475a7e19f11e2df78');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',6,'refunded','system:system','',1772452800000000,'{"attempt_id":"01a2066e-7999-78ce-98b5-855361a32f6e","amount":6000,"currency":"GBP","charge_id":"01a2066e-7980-75c1-9622-99819065bdbd"}','','4f9f8b9bcdc2fba71c804b6641c5e0a6ee35a3f2e7a4620475a7e19f11e2df78','39f355505a31e9746fcf89521f51b81218e229958ca77811d06397776facb271');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}','','','f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2066e-79a6-7e89-8ef9-1de5f907985d","amount":6000,"currency":"GBP"}','','f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d','dc5f7774598e89c1afe7efde79a131025c7a47067ad176029eb5d4fe6e79fa0e');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',3,'charge_declined','system:system','',1772452800000000,'{"attempt_id":"01a2066e-79a6-7e89-8ef9-1de5f907985d","amount":6000,"currency":"GBP","reason":"insufficient_funds"}','','dc5f7774598e89c1afe7efde79a131025c7a47067ad176029eb5d4fe6e79fa0e','ae38c0437dc9267061d3ba4e82d1cf0b34f1298a52e5d2a4d3306e70dc2e3e4f');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}','','','7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2066e-79af-7a4f-a31e-1b86a70aff6b","amount":6000,"currency":"GBP"}','','7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b','3499c3b6d3fe112220fd4c6f3164af7bb55d93b36c41912ad350e3433af8c9ba');
CREATE TABLE practice_core_keys (
	practice_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	fingerprint VARCHAR(64) NOT NULL, 
	answer TEXT NOT NULL, 
	used_at BIGINT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_practice_core_keys PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_keys_practice_id FOREIGN KEY(practice_id) REFERENCES practice_core_practices (id)
);
INSERT INTO "practice_core_keys" VALUES('p','2193f5786220ee8550514c10e2c0ba3ccd5e0fcded14538cd52f666fe2fb9a00','20536d4d75301061dbb5c8fe3d9260685b8be463c64a05570d7433f352a9e697','["r","r2","s3","s4"]',1772452800000000,1);
CREATE TABLE practice_core_notices (
	practice_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	addressee TEXT NOT NULL, 
	about TEXT NOT NULL, 
	facts TEXT NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	created_at BIGINT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_practice_core_notices PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_notices_practice_id FOREIGN KEY(practice_id) REFERENCES practice_core_practices (id)
);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-7878-74d8-a8de-6e3a2df4a021','session_booked','client:c','session:s3','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-7879-7d37-98b4-38b67e8dedc9','session_booked','client:d','session:s3','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-787a-78ed-95bc-6a1c19e2e78d','session_booked','therapist:t','session:s3','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-787e-7d3e-829d-0bd054b3de4e','session_booked','client:c','session:s4','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-787f-7e6c-a0e5-c9a0abc81fdd','session_booked','client:d','session:s4','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-7880-7670-8916-b00bd97b9dce','session_booked','therapist:t','session:s4','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-789c-76e3-b93c-9856f9d4c7b9','migration_requested','client:c','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-789d-7a56-a90f-a8f287c5199b','migration_requested','therapist:t','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-78b3-7822-bc33-9f50fe4ab4f6','request_declined','client:zoe','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-78b6-7e83-98f1-87ad7c319bcf','migration_requested','client:zoe','relationship:z','{"request_id":"q2"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-78b7-75f7-a019-e7b17f812e33','migration_requested','therapist:t','relationship:z','{"request_id":"q2"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-78d6-71e6-a9b3-6178e1566f8e','yours_to_pay','client:c','relationship:r','{"successor_id":"r2"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-78d7-7e3d-b421-102b63640089','no_longer_yours_to_pay','client:d','relationship:r','{"owed":0,"owed_for":[],"no_longer_theirs":["s3","s4"]}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-792c-72e7-bb47-ad3d700b9940','session_rebooked','client:c','session:s3-again','{"rebooked_from":"s3"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-792d-7d90-878d-7df8f5aca100','session_rebooked','therapist:t','session:s3-again','{"rebooked_from":"s3"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-7943-7241-9e80-5a53b5e0c098','session_cancelled','client:c','session:s3-again','{"late":false}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-7944-7960-b878-cdcb67d17f95','session_cancelled','therapist:t','session:s3-again','{"late":false}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-7948-7925-a3de-c59eef55bfa8','session_booked','client:c','session:s5','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-7949-776a-97e2-44806b87ed92','session_booked','therapist:t','session:s5','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-794a-70e0-8945-4684af14aeb4','session_booked','client:c','session:paid','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-794b-7ebc-a4ad-90992ff27e2d','session_booked','therapist:t','session:paid','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-7976-7f14-bcd3-27010b58b863','charge_paid','client:c','session:paid','{"attempt_id":"01a2066e-795f-76b8-be20-6c1efcdbcaa6","amount":6000,"currency":"GBP","reason":null}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-797c-72b5-97f0-190f461a859b','session_booked','client:c','session:given back','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-797d-7aff-ad12-5b8c23a47b90','session_booked','therapist:t','session:given back','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-7982-7723-ad3c-4113b1ae175d','charge_paid','client:c','session:given back','{"attempt_id":"01a2066e-7980-75c1-9622-99819065bdbd","amount":6000,"currency":"GBP","reason":null}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-798a-7099-9009-37d84e156863','session_cancelled','client:c','session:given back','{"late":false}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-798b-7f09-b760-52b5715f2b34','session_cancelled','therapist:t','session:given back','{"late":false}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-799f-736a-b9bb-6fb4f1d1e57b','refund_made','client:c','session:given back','{"attempt_id":"01a2066e-7999-78ce-98b5-855361a32f6e","amount":6000,"currency":"GBP","reason":null}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-79a3-72be-a1d8-a31627f89bb1','session_booked','client:c','session:declined','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-79a4-7d8d-a117-de34638a770b','session_booked','therapist:t','session:declined','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-79a8-7f6a-8a9e-ccccc9246584','charge_declined','client:c','session:declined','{"attempt_id":"01a2066e-79a6-7e89-8ef9-1de5f907985d","amount":6000,"currency":"GBP","reason":"insufficient_funds"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-79a9-7311-812f-8226419b0103','charge_declined','therapist:t','session:declined','{"attempt_id":"01a2066e-79a6-7e89-8ef9-1de5f907985d","amount":6000,"currency":"GBP","reason":"insufficient_funds"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-79ac-779d-b31a-bfe9c5dbb59a','session_booked','client:c','session:unknown','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a2066e-79ad-7e52-85d6-a09f9a6139e8','session_booked','therapist:t','session:unknown','{}','waiting',1772452800000000,1);
CREATE TABLE practice_core_practices (
	id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	time_zone TEXT NOT NULL, 
	currency VARCHAR(3) NOT NULL, 
	policy TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	journal_number INTEGER NOT NULL, 
	journal_digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_practice_core_practices PRIMARY KEY (id)
);
INSERT INTO "practice_core_practices" VALUES('p','Willow','Europe/London','GBP','{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":[24,12],"request_valid_days":30,"review_notice_days":60,"acceptance_required":false,"card_required_first":false}',1,1,'f937f9e9f112b385cc040b52bf40370394526eeb1d0d3acf2529f2a154df0814');
CREATE TABLE practice_core_relationships (
	practice_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	therapist_id VARCHAR(64) NOT NULL, 
	attendee_id VARCHAR(64) NOT NULL, 
	payer_id VARCHAR(64) NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	opened_at BIGINT NOT NULL, 
	fee BIGINT, 
	fee_currency VARCHAR(3), 
	ended_at BIGINT, 
	end_reason TEXT, 
	ended_by TEXT, 
	predecessor_id VARCHAR(64), 
	successor_id VARCHAR(64), 
	awaits_agreement BOOLEAN NOT NULL, 
	version INTEGER NOT NULL, 
	journal_number INTEGER NOT NULL, 
	journal_digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_practice_core_relationships PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_relationships_practice_id_attendee_id FOREIGN KEY(practice_id, attendee_id) REFERENCES practice_core_clients (practice_id, id), 
	CONSTRAINT fk_practice_core_relationships_practice_id_payer_id FOREIGN KEY(practice_id, payer_id) REFERENCES practice_core_clients (practice_id, id), 
	CONSTRAINT fk_practice_core_relationships_practice_id_therapist_id FOREIGN KEY(practice_id, therapist_id) REFERENCES practice_core_therapists (practice_id, id)
);
INSERT INTO "practice_core_relationships" VALUES('p','r','t','c','d','ended',1772452800000000,6000,'GBP',1772452800000000,'migrated','staff:desk',NULL,'r2',0,5,2,'4fbcf50266a65db58147c88f1a6564a8b7c9a704dd68cefb4e4fed0f9459300c');
INSERT INTO "practice_core_relationships" VALUES('p','z','t','c','zoe','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,4,4,'658f36e954b3a0635e2074bb4db8c4bfd3e4e6bc6abd8b3605ab6fa25ecdad2c');
INSERT INTO "practice_core_relationships" VALUES('p','r2','t','c','c','active',1772452800000000,6000,'GBP',NULL,NULL,NULL,'r',NULL,0,7,1,'ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
CREATE TABLE practice_core_requests (
	practice_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	relationship_id VARCHAR(64) NOT NULL, 
	requested_by VARCHAR(64) NOT NULL, 
	requested_at BIGINT NOT NULL, 
	recorded_by TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	expires_at BIGINT NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	accepted_at BIGINT, 
	closed_at BIGINT, 
	close_reason TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_practice_core_requests PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_requests_practice_id_relationship_id FOREIGN KEY(practice_id, relationship_id) REFERENCES practice_core_relationships (practice_id, id)
);
INSERT INTO "practice_core_requests" VALUES('p','q1','z','zoe',1772452800000000,'staff:desk','by post',1775044800000000,'declined',NULL,1772452800000000,'Not yet,
''please''',2);
INSERT INTO "practice_core_requests" VALUES('p','q2','z','c',1772452800000000,'staff:desk','',1775044800000000,'pending',NULL,NULL,'',1);
INSERT INTO "practice_core_requests" VALUES('p','01a2066e-78d5-781e-a5a1-a875205e7109','r','c',1772452800000000,'staff:desk','',1775044800000000,'confirmed',NULL,1772452800000000,'',1);
CREATE TABLE practice_core_sessions (
	practice_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	relationship_id VARCHAR(64) NOT NULL, 
	therapist_id VARCHAR(64) NOT NULL, 
	attendee_id VARCHAR(64) NOT NULL, 
	payer_id VARCHAR(64) NOT NULL, 
	starts_at BIGINT NOT NULL, 
	ends_at BIGINT NOT NULL, 
	price BIGINT NOT NULL, 
	price_currency VARCHAR(3) NOT NULL, 
	booked_at BIGINT NOT NULL, 
	charge_due_at BIGINT NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	settlement VARCHAR(32) NOT NULL, 
	rebooked_from VARCHAR(64), 
	rebooked_as VARCHAR(64), 
	closed_at BIGINT, 
	late BOOLEAN NOT NULL, 
	close_reason TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	journal_number INTEGER NOT NULL, 
	journal_digest VARCHAR(64) NOT NULL, due_work VARCHAR(32), due_at BIGINT, 
	CONSTRAINT pk_practice_core_sessions PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_sessions_practice_id_relationship_id FOREIGN KEY(practice_id, relationship_id) REFERENCES practice_core_relationships (practice_id, id)
);
INSERT INTO "practice_core_sessions" VALUES('p','s3','r','t','c','d',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing',NULL,'s3-again',1772452800000000,0,'',2,2,'c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d',NULL,NULL);
INSERT INTO "practice_core_sessions" VALUES('p','s4','r','t','c','d',1772798400000000,1772801400000000,6000,'GBP',1772452800000000,1772625600000000,'scheduled','open',NULL,NULL,NULL,0,'',1,1,'d9d50ce26582bbe24f4235383e4d00a6df0647380e8cc827d08924acbce000ff','charge',1772625600000000);
INSERT INTO "practice_core_sessions" VALUES('p','s3-again','r2','t','c','c',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing','s3',NULL,1772452800000000,0,'ill',2,2,'99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243',NULL,NULL);
INSERT INTO "practice_core_sessions" VALUES('p','s5','r2','t','c','c',1772884800000001,1772887800000001,6000,'GBP',1772452800000000,1772712000000001,'scheduled','open',NULL,NULL,NULL,0,'',1,1,'112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4','charge',1772712000000001);
INSERT INTO "practice_core_sessions" VALUES('p','paid','r2','t','c','c',1772470800000000,1772473800000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','paid',NULL,NULL,NULL,0,'',3,3,'53ecb195924939d9b8968bd429303ea62fc6ecce7dbab6db0ee11c019b4424b9',NULL,NULL);
INSERT INTO "practice_core_sessions" VALUES('p','given back','r2','t','c','c',1772474400000000,1772477400000000,6000,'GBP',1772452800000000,1772452800000000,'cancelled','refunded',NULL,NULL,1772452800000000,0,'a burst pipe',6,6,'39f355505a31e9746fcf89521f51b81218e229958ca77811d06397776facb271',NULL,NULL);
INSERT INTO "practice_core_sessions" VALUES('p','declined','r2','t','c','c',1772478000000000,1772481000000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','declined',NULL,NULL,NULL,0,'',3,3,'ae38c0437dc9267061d3ba4e82d1cf0b34f1298a52e5d2a4d3306e70dc2e3e4f','cancel',1772474400000000);
INSERT INTO "practice_core_sessions" VALUES('p','unknown','r2','t','c','c',1772481600000000,1772484600000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','pending',NULL,NULL,NULL,0,'',2,2,'3499c3b6d3fe112220fd4c6f3164af7bb55d93b36c41912ad350e3433af8c9ba','settle',1772453100000000);
CREATE TABLE practice_core_therapists (
	practice_id VARCHAR(64) NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	email TEXT, 
	version INTEGER NOT NULL, 
	journal_number INTEGER NOT NULL, 
	journal_digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_practice_core_therapists PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_therapists_practice_id FOREIGN KEY(practice_id) REFERENCES practice_core_practices (id)
);
INSERT INTO "practice_core_therapists" VALUES('p','t','Mara Ilić',NULL,9,1,'083f9d8bfd2f87479f3998e65bdc6474f176aac206b952ead863a40d713e5213');
CREATE TABLE practice_core_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT practice_core_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "practice_core_version" VALUES('0002');
CREATE INDEX ix_practice_core_notices_about ON practice_core_notices (practice_id, about);
CREATE INDEX ix_practice_core_relationships_attendee ON practice_core_relationships (practice_id, attendee_id);
CREATE INDEX ix_practice_core_relationships_family ON practice_core_relationships (practice_id, therapist_id, attendee_id);
CREATE INDEX ix_practice_core_relationships_payer ON practice_core_relationships (practice_id, payer_id);
CREATE UNIQUE INDEX uq_practice_core_relationships_active ON practice_core_relationships (practice_id, therapist_id, attendee_id, payer_id) WHERE status = 'active';
CREATE UNIQUE INDEX uq_practice_core_requests_pending ON practice_core_requests (practice_id, relationship_id, requested_by) WHERE status = 'pending';
CREATE INDEX ix_practice_core_sessions_calendar ON practice_core_sessions (practice_id, therapist_id, starts_at) WHERE status = 'scheduled';
CREATE INDEX ix_practice_core_sessions_relationship ON practice_core_sessions (practice_id, relationship_id, starts_at);
CREATE INDEX ix_practice_core_attempts_session ON practice_core_attempts (practice_id, session_id);
CREATE INDEX ix_practice_core_attempts_paid ON practice_core_attempts (practice_id, payer_id) WHERE status = 'paid';
CREATE INDEX ix_practice_core_sessions_due ON practice_core_sessions (practice_id, due_work, due_at) WHERE due_work IS NOT NULL;
CREATE INDEX ix_practice_core_sessions_refund_due ON practice_core_sessions (practice_id) WHERE settlement = 'refund_due';
CREATE INDEX ix_practice_core_requests_expiring ON practice_core_requests (practice_id, expires_at) WHERE status = 'pending';
COMMIT;
