BEGIN TRANSACTION;
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
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',2,'migrated','staff:desk','c',1772452800000000,'{"successor_id":"r2","request_id":"01a205c0-9600-729d-ba68-608e9baf4ea2","sessions_to_rebook":["s3","s4"]}','','00b56692f72810e8162813b1303443fc9eed19b84a313f65205f84f275a4f8f5','6f1787bf0d4d672874217379f4e36cd5aa6965907b7c9683496adbbbf87f1509');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r2',1,'opened_by_migration','staff:desk','c',1772452800000000,'{"predecessor_id":"r","awaits_agreement":false}','','','ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',2,'rebooked','staff:desk','',1772452800000000,'{"rebooked_as":"s3-again"}','','5fbc9fa5f6e0a495837c4e7b9ab2bbed748c85048954d97ccfe6bf2087eb2537','c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}','','','65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',2,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','ill','65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39','99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243');
INSERT INTO "practice_core_journal" VALUES('p','session','s5',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}','','','112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4');
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
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-954e-73d8-aef7-679f8abc1ca6','session_booked','client:c','session:s3','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-954f-73a6-aac1-5b67eef2ba94','session_booked','client:d','session:s3','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-9550-7fd9-bffc-e1beaf667cb9','session_booked','therapist:t','session:s3','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-955c-7bdd-967a-f79e0acc4a3e','session_booked','client:c','session:s4','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-955d-71e9-8f69-d63a1c8e586e','session_booked','client:d','session:s4','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-955e-75b7-8a77-b354e7504593','session_booked','therapist:t','session:s4','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-958a-7dc4-9a40-c5761ced441d','migration_requested','client:c','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-958b-7f1c-b2e3-7803b8f3ea65','migration_requested','therapist:t','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-95c6-74b7-b9f7-30716de63b2b','request_declined','client:zoe','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-95d3-77a1-a857-c37599c44bdb','migration_requested','client:zoe','relationship:z','{"request_id":"q2"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-95d4-7175-a1b9-118436519de1','migration_requested','therapist:t','relationship:z','{"request_id":"q2"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-9601-7bd4-85f6-5868aab447a1','yours_to_pay','client:c','relationship:r','{"successor_id":"r2"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-9602-70d2-932f-3aa127a38bee','no_longer_yours_to_pay','client:d','relationship:r','{"owed":0,"owed_for":[],"no_longer_theirs":["s3","s4"]}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-9632-782a-a8d6-b0b6314ea4ab','session_rebooked','client:c','session:s3-again','{"rebooked_from":"s3"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-9633-7d14-8e66-68a83feabe55','session_rebooked','therapist:t','session:s3-again','{"rebooked_from":"s3"}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-9669-788f-a863-c86f293ca3b8','session_cancelled','client:c','session:s3-again','{"late":false}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-966a-7109-b37f-7402efd568d1','session_cancelled','therapist:t','session:s3-again','{"late":false}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-9673-78c3-8a9f-264aa3dfccef','session_booked','client:c','session:s5','{}','waiting',1772452800000000,1);
INSERT INTO "practice_core_notices" VALUES('p','01a205c0-9674-781d-9925-f3960fa784e6','session_booked','therapist:t','session:s5','{}','waiting',1772452800000000,1);
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
INSERT INTO "practice_core_relationships" VALUES('p','r','t','c','d','ended',1772452800000000,6000,'GBP',1772452800000000,'migrated','staff:desk',NULL,'r2',0,5,2,'6f1787bf0d4d672874217379f4e36cd5aa6965907b7c9683496adbbbf87f1509');
INSERT INTO "practice_core_relationships" VALUES('p','z','t','c','zoe','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,4,4,'658f36e954b3a0635e2074bb4db8c4bfd3e4e6bc6abd8b3605ab6fa25ecdad2c');
INSERT INTO "practice_core_relationships" VALUES('p','r2','t','c','c','active',1772452800000000,6000,'GBP',NULL,NULL,NULL,'r',NULL,0,3,1,'ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
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
INSERT INTO "practice_core_requests" VALUES('p','01a205c0-9600-729d-ba68-608e9baf4ea2','r','c',1772452800000000,'staff:desk','',1775044800000000,'confirmed',NULL,1772452800000000,'',1);
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
	payment_reference TEXT, 
	rebooked_from VARCHAR(64), 
	rebooked_as VARCHAR(64), 
	closed_at BIGINT, 
	late BOOLEAN NOT NULL, 
	close_reason TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	journal_number INTEGER NOT NULL, 
	journal_digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_practice_core_sessions PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_sessions_practice_id_relationship_id FOREIGN KEY(practice_id, relationship_id) REFERENCES practice_core_relationships (practice_id, id)
);
INSERT INTO "practice_core_sessions" VALUES('p','s3','r','t','c','d',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing',NULL,NULL,'s3-again',1772452800000000,0,'',2,2,'c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d');
INSERT INTO "practice_core_sessions" VALUES('p','s4','r','t','c','d',1772798400000000,1772801400000000,6000,'GBP',1772452800000000,1772625600000000,'scheduled','open',NULL,NULL,NULL,NULL,0,'',1,1,'d9d50ce26582bbe24f4235383e4d00a6df0647380e8cc827d08924acbce000ff');
INSERT INTO "practice_core_sessions" VALUES('p','s3-again','r2','t','c','c',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing',NULL,'s3',NULL,1772452800000000,0,'ill',2,2,'99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243');
INSERT INTO "practice_core_sessions" VALUES('p','s5','r2','t','c','c',1772884800000001,1772887800000001,6000,'GBP',1772452800000000,1772712000000001,'scheduled','open',NULL,NULL,NULL,NULL,0,'',1,1,'112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4');
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
INSERT INTO "practice_core_therapists" VALUES('p','t','Mara Ilić',NULL,5,1,'083f9d8bfd2f87479f3998e65bdc6474f176aac206b952ead863a40d713e5213');
CREATE TABLE practice_core_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT practice_core_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "practice_core_version" VALUES('0001');
CREATE INDEX ix_practice_core_notices_about ON practice_core_notices (practice_id, about);
CREATE INDEX ix_practice_core_relationships_attendee ON practice_core_relationships (practice_id, attendee_id);
CREATE INDEX ix_practice_core_relationships_family ON practice_core_relationships (practice_id, therapist_id, attendee_id);
CREATE INDEX ix_practice_core_relationships_payer ON practice_core_relationships (practice_id, payer_id);
CREATE UNIQUE INDEX uq_practice_core_relationships_active ON practice_core_relationships (practice_id, therapist_id, attendee_id, payer_id) WHERE status = 'active';
CREATE UNIQUE INDEX uq_practice_core_requests_pending ON practice_core_requests (practice_id, relationship_id, requested_by) WHERE status = 'pending';
CREATE INDEX ix_practice_core_sessions_calendar ON practice_core_sessions (practice_id, therapist_id, starts_at) WHERE status = 'scheduled';
CREATE INDEX ix_practice_core_sessions_relationship ON practice_core_sessions (practice_id, relationship_id, starts_at);
COMMIT;
