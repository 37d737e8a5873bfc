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
INSERT INTO "practice_core_attempts" VALUES('p','01a212b7-8c16-775b-aff0-a1d62e5e805d','charge','paid','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a212b7-8c16-775b-aff0-a1d62e5e805d',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a212b7-8c29-7aec-b800-a11e52308ddf','charge','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a212b7-8c29-7aec-b800-a11e52308ddf',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a212b7-8c35-7824-9a3e-15c21255bc68','refund','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02',NULL,'memory-c','01a212b7-8c29-7aec-b800-a11e52308ddf','payment-p/01a212b7-8c29-7aec-b800-a11e52308ddf',1772452800000000,'paid','payment-p/01a212b7-8c35-7824-9a3e-15c21255bc68',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a212b7-8c3c-7d7e-85ce-82e73f4dac87','charge','declined','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'declined',NULL,'insufficient_funds',1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a212b7-8c41-7661-ae96-d15e840231fc','charge','unknown','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'pending',NULL,NULL,NULL,0,1);
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
INSERT INTO "practice_core_journal" VALUES('p','practice','p',1,'opened','system:system','',1772452800000000,'{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":["24","12"],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}','','','81fc6297b087e51d2bd147e3c0e1b48c5c98953c18634d274164bfe1918f8d0e');
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
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',2,'migrated','staff:desk','c',1772452800000000,'{"successor_id":"r2","request_id":"01a212b7-8bf3-7b14-8f07-e83882f0cab6","sessions_to_rebook":["s3","s4"]}','','00b56692f72810e8162813b1303443fc9eed19b84a313f65205f84f275a4f8f5','954463a32b02803998ab2bd2e87268228d078390f9d5efb398eef9ed9ceb0411');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r2',1,'opened_by_migration','staff:desk','c',1772452800000000,'{"predecessor_id":"r","awaits_agreement":false}','','','ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',2,'rebooked','staff:desk','',1772452800000000,'{"rebooked_as":"s3-again"}','','5fbc9fa5f6e0a495837c4e7b9ab2bbed748c85048954d97ccfe6bf2087eb2537','c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}','','','65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',2,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','ill','65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39','99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243');
INSERT INTO "practice_core_journal" VALUES('p','session','s5',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}','','','112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}','','','1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a212b7-8c16-775b-aff0-a1d62e5e805d","amount":6000,"currency":"GBP"}','','1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3','9438056c2cb5e9b1cfc556264cf14fffd9198ebe0024975f1eb55da937cfc97c');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a212b7-8c16-775b-aff0-a1d62e5e805d","amount":6000,"currency":"GBP"}','','9438056c2cb5e9b1cfc556264cf14fffd9198ebe0024975f1eb55da937cfc97c','82b92019a915a94fcb53162b9a1008f2c7dea6795ab19a5021f8b598cdf8603b');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}','','','534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a212b7-8c29-7aec-b800-a11e52308ddf","amount":6000,"currency":"GBP"}','','534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039','fb58d7c25bfe83f12ba760b42f152d2c89dddf4995211fc13750942f0a580d30');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a212b7-8c29-7aec-b800-a11e52308ddf","amount":6000,"currency":"GBP"}','','fb58d7c25bfe83f12ba760b42f152d2c89dddf4995211fc13750942f0a580d30','f574d97f15763b88bf523d43de072eabcd17d04d5692544a63423459d3eeabcb');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',4,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','a burst pipe','f574d97f15763b88bf523d43de072eabcd17d04d5692544a63423459d3eeabcb','53a3e4db0edf7e61fc3458faf4db81aef28772c9b97d1a9263425dde90c17c85');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',5,'refund_attempted','system:system','',1772452800000000,'{"attempt_id":"01a212b7-8c35-7824-9a3e-15c21255bc68","amount":6000,"currency":"GBP","charge_id":"01a212b7-8c29-7aec-b800-a11e52308ddf"}','','53a3e4db0edf7e61fc3458faf4db81aef28772c9b97d1a9263425dde90c17c85','32682602e26c13d19374bd72219852f7a70d35742142a25262e176020e91c853');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',6,'refunded','system:system','',1772452800000000,'{"attempt_id":"01a212b7-8c35-7824-9a3e-15c21255bc68","amount":6000,"currency":"GBP","charge_id":"01a212b7-8c29-7aec-b800-a11e52308ddf"}','','32682602e26c13d19374bd72219852f7a70d35742142a25262e176020e91c853','12d5f98c24073f7e0468161134b3c1061ce3d87f77ebe3443482b259f9ef4cf5');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}','','','f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a212b7-8c3c-7d7e-85ce-82e73f4dac87","amount":6000,"currency":"GBP"}','','f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d','45e63c1bf3f746136c6898ef85cdaba14e31dac163cb27984fa70ad71043442b');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',3,'charge_declined','system:system','',1772452800000000,'{"attempt_id":"01a212b7-8c3c-7d7e-85ce-82e73f4dac87","amount":6000,"currency":"GBP","reason":"insufficient_funds"}','','45e63c1bf3f746136c6898ef85cdaba14e31dac163cb27984fa70ad71043442b','cad7f1e73733511e99c6411704b364c8f50114671cb9eb2eafc9c276c85c9521');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}','','','7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a212b7-8c41-7661-ae96-d15e840231fc","amount":6000,"currency":"GBP"}','','7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b','e097e163f2b2df7ea50fc344a82f4ffec07d1aba6d39d504df2fea5bc4ddfd82');
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
	version INTEGER NOT NULL, language TEXT DEFAULT 'en-GB' NOT NULL, due_at BIGINT, tries INTEGER DEFAULT '0' NOT NULL, waiting_since BIGINT DEFAULT 0 NOT NULL, settled_at BIGINT, reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_practice_core_notices PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_notices_practice_id FOREIGN KEY(practice_id) REFERENCES practice_core_practices (id)
);
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bc7-7b77-9f34-3b9cf3365202','session_booked','client:c','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bc8-72a1-9185-0aa163e90b77','session_booked','client:d','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bc9-7746-a779-d658b8c67f67','session_booked','therapist:t','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bcb-77f7-a2fd-ad2e23af3eea','session_booked','client:c','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bcc-71a5-85a3-e3acdd77da6c','session_booked','client:d','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bcd-72ca-9be0-680d13186d1b','session_booked','therapist:t','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bd9-70d0-8062-a9924332bde5','migration_requested','client:c','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bda-7b62-84f8-960028b3dabc','migration_requested','therapist:t','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8be5-702b-9aac-324ee559b469','request_declined','client:zoe','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8be7-7583-a259-0be41538221c','migration_requested','client:zoe','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8be8-724c-b222-fdaa57af7339','migration_requested','therapist:t','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bf4-74cd-a550-e153e8d54338','yours_to_pay','client:c','relationship:r','{"successor_id":"r2"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bf5-7f58-8518-bb49d58b74bc','no_longer_yours_to_pay','client:d','relationship:r','{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8bff-7829-89ae-70e79cfc9092','session_rebooked','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c00-7fa5-956a-1da4c042e2dc','session_rebooked','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c09-716d-a5d8-c9689aea2f7f','session_cancelled','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c0a-7dcc-a63e-a5ad1a139822','session_cancelled','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c0b-795d-ad35-3f99defe6d09','session_booked','client:c','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c0c-7268-b472-e8a5f7e7cdc2','session_booked','therapist:t','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c0d-7e81-bb21-8f34a426a59f','session_booked','client:c','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c0e-774d-8989-b5a0cb870dc1','session_booked','therapist:t','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c23-79fc-abc5-5f43e3d2c851','charge_paid','client:c','session:paid','{"attempt_id":"01a212b7-8c16-775b-aff0-a1d62e5e805d","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c27-7712-bb8a-2404a5ddf1f0','session_booked','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c28-75ca-91a7-4627cddd7eb8','session_booked','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c2a-78c0-8e83-d6b40434a021','charge_paid','client:c','session:given back','{"attempt_id":"01a212b7-8c29-7aec-b800-a11e52308ddf","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c2c-7378-ba59-43fe0ebd2816','session_cancelled','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c2d-7fdd-9a9e-fd0652f847e9','session_cancelled','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c38-76ab-90c4-0d8780413a74','refund_made','client:c','session:given back','{"attempt_id":"01a212b7-8c35-7824-9a3e-15c21255bc68","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c3a-7052-92e5-deea5d5e65f0','session_booked','client:c','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c3b-7374-87e2-80975585beef','session_booked','therapist:t','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c3d-726b-8ee7-354b022672bc','charge_declined','client:c','session:declined','{"attempt_id":"01a212b7-8c3c-7d7e-85ce-82e73f4dac87","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c3e-7786-8dcc-6880641945fa','charge_declined','therapist:t','session:declined','{"attempt_id":"01a212b7-8c3c-7d7e-85ce-82e73f4dac87","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c3f-7de2-a835-8fb950d46bcf','session_booked','client:c','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a212b7-8c40-7d7b-807e-9d396b8af805','session_booked','therapist:t','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
CREATE TABLE practice_core_practices (
	id VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	time_zone TEXT NOT NULL, 
	currency VARCHAR(3) NOT NULL, 
	policy TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	journal_number INTEGER NOT NULL, 
	journal_digest VARCHAR(64) NOT NULL, language TEXT DEFAULT 'en-GB' NOT NULL, 
	CONSTRAINT pk_practice_core_practices PRIMARY KEY (id)
);
INSERT INTO "practice_core_practices" VALUES('p','Willow','Europe/London','GBP','{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":[24,12],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}',1,1,'81fc6297b087e51d2bd147e3c0e1b48c5c98953c18634d274164bfe1918f8d0e','en-GB');
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
INSERT INTO "practice_core_relationships" VALUES('p','r','t','c','d','ended',1772452800000000,6000,'GBP',1772452800000000,'migrated','staff:desk',NULL,'r2',0,5,2,'954463a32b02803998ab2bd2e87268228d078390f9d5efb398eef9ed9ceb0411');
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
INSERT INTO "practice_core_requests" VALUES('p','01a212b7-8bf3-7b14-8f07-e83882f0cab6','r','c',1772452800000000,'staff:desk','',1775044800000000,'confirmed',NULL,1772452800000000,'',1);
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
	journal_digest VARCHAR(64) NOT NULL, due_work VARCHAR(32), due_at BIGINT, sequence INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_practice_core_sessions PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_sessions_practice_id_relationship_id FOREIGN KEY(practice_id, relationship_id) REFERENCES practice_core_relationships (practice_id, id)
);
INSERT INTO "practice_core_sessions" VALUES('p','s3','r','t','c','d',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing',NULL,'s3-again',1772452800000000,0,'',2,2,'c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','s4','r','t','c','d',1772798400000000,1772801400000000,6000,'GBP',1772452800000000,1772625600000000,'scheduled','open',NULL,NULL,NULL,0,'',1,1,'d9d50ce26582bbe24f4235383e4d00a6df0647380e8cc827d08924acbce000ff','charge',1772625600000000,0);
INSERT INTO "practice_core_sessions" VALUES('p','s3-again','r2','t','c','c',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing','s3',NULL,1772452800000000,0,'ill',2,2,'99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','s5','r2','t','c','c',1772884800000001,1772887800000001,6000,'GBP',1772452800000000,1772712000000001,'scheduled','open',NULL,NULL,NULL,0,'',1,1,'112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4','charge',1772712000000001,0);
INSERT INTO "practice_core_sessions" VALUES('p','paid','r2','t','c','c',1772470800000000,1772473800000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','paid',NULL,NULL,NULL,0,'',3,3,'82b92019a915a94fcb53162b9a1008f2c7dea6795ab19a5021f8b598cdf8603b',NULL,NULL,0);
INSERT INTO "practice_core_sessions" VALUES('p','given back','r2','t','c','c',1772474400000000,1772477400000000,6000,'GBP',1772452800000000,1772452800000000,'cancelled','refunded',NULL,NULL,1772452800000000,0,'a burst pipe',6,6,'12d5f98c24073f7e0468161134b3c1061ce3d87f77ebe3443482b259f9ef4cf5',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','declined','r2','t','c','c',1772478000000000,1772481000000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','declined',NULL,NULL,NULL,0,'',3,3,'cad7f1e73733511e99c6411704b364c8f50114671cb9eb2eafc9c276c85c9521','cancel',1772474400000000,0);
INSERT INTO "practice_core_sessions" VALUES('p','unknown','r2','t','c','c',1772481600000000,1772484600000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','pending',NULL,NULL,NULL,0,'',2,2,'e097e163f2b2df7ea50fc344a82f4ffec07d1aba6d39d504df2fea5bc4ddfd82','settle',1772453100000000,0);
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
INSERT INTO "practice_core_version" VALUES('0003');
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
CREATE INDEX ix_practice_core_attempts_refused ON practice_core_attempts (practice_id) WHERE kind = 'refund' AND status = 'declined';
CREATE INDEX ix_practice_core_notices_due ON practice_core_notices (practice_id, due_at) WHERE state = 'waiting';
CREATE INDEX ix_practice_core_notices_undelivered ON practice_core_notices (practice_id, created_at) WHERE state IN ('failed', 'unreachable');
COMMIT;
