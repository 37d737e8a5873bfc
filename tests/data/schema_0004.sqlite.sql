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
INSERT INTO "practice_core_attempts" VALUES('p','01a2132b-cc28-756d-a8e8-b8c77bc17ed5','charge','paid','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a2132b-cc28-756d-a8e8-b8c77bc17ed5',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2132b-cc8e-7a13-97fe-2b81ec3492f6','charge','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a2132b-cc8e-7a13-97fe-2b81ec3492f6',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2132b-ccb1-755b-9408-fd31d8e8b1cf','refund','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02',NULL,'memory-c','01a2132b-cc8e-7a13-97fe-2b81ec3492f6','payment-p/01a2132b-cc8e-7a13-97fe-2b81ec3492f6',1772452800000000,'paid','payment-p/01a2132b-ccb1-755b-9408-fd31d8e8b1cf',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2132b-ccc4-749f-9c19-4db7b8d4997f','charge','declined','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'declined',NULL,'insufficient_funds',1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2132b-cce3-7ccd-850a-036a1bc7d4a4','charge','unknown','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'pending',NULL,NULL,NULL,0,1);
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
INSERT INTO "practice_core_clients" VALUES('p','c','Ines','Vale','c@mail.example','+44 20 7946 0000','2001-07-11','en-GB','pm_c','visa','4242',3,2029,'memory-c','staff:desk',4,2,'1bfe219ab130199454193201a0c36026d6aca9c176f56012fb7ca35ca6365cfc');
INSERT INTO "practice_core_clients" VALUES('p','d','Ines','Vale','d@mail.example','+44 20 7946 0000','2001-07-11','en-GB','pm_d','visa','4242',3,2029,'memory-d','staff:desk',2,2,'8f2590020736759cacc841c792317044343d183f9a640c0d829d1639bfc0e50a');
INSERT INTO "practice_core_clients" VALUES('p','zoe','Zoë','O''Brien; --',NULL,NULL,NULL,'en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',1,1,'44e72cb0961c2c84fff4c37fa12d86fae7aad9a5595411022979da96a34f1c26');
INSERT INTO "practice_core_clients" VALUES('p','told','Kit','Vale',NULL,NULL,'2010-04-01','en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',2,1,'c5be17c66e4a91697305ab45fbe7c41ce1924d666e6c3a9d5c5b5c0c7106525f');
INSERT INTO "practice_core_clients" VALUES('p','seen','Kit','Vale',NULL,NULL,'2010-04-02','en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',2,1,'d09c5cc76de8124de1181272e1370ad4457b9e9437672f5a219f45421f0111f8');
INSERT INTO "practice_core_clients" VALUES('p','waits','Kit','Vale',NULL,NULL,'2010-04-03','en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',2,1,'20ce212f0f36296e96738da402976e9b7c7ee92aa0efc510cfb785488897c6d3');
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
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',2,'migrated','staff:desk','c',1772452800000000,'{"successor_id":"r2","request_id":"01a2132b-cb4b-7895-b79c-7d26b9560d30","sessions_to_rebook":["s3","s4"]}','','00b56692f72810e8162813b1303443fc9eed19b84a313f65205f84f275a4f8f5','9d4933cc9a573a0293367d9ae015523fdbc31adf074542d31e1022dbaf6c6a9b');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r2',1,'opened_by_migration','staff:desk','c',1772452800000000,'{"predecessor_id":"r","awaits_agreement":false}','','','ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',2,'rebooked','staff:desk','',1772452800000000,'{"rebooked_as":"s3-again"}','','5fbc9fa5f6e0a495837c4e7b9ab2bbed748c85048954d97ccfe6bf2087eb2537','c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}','','','65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',2,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','ill','65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39','99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243');
INSERT INTO "practice_core_journal" VALUES('p','session','s5',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}','','','112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}','','','1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2132b-cc28-756d-a8e8-b8c77bc17ed5","amount":6000,"currency":"GBP"}','','1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3','e1ae25347bfc328aeb25b8d2f0f42a83b58ee1b04998efb7a27d66326b0c0d93');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a2132b-cc28-756d-a8e8-b8c77bc17ed5","amount":6000,"currency":"GBP"}','','e1ae25347bfc328aeb25b8d2f0f42a83b58ee1b04998efb7a27d66326b0c0d93','8c13c4b2021f9a0333411a6ceb4a346b244951658c0ffef175e28de31eae649f');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}','','','534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2132b-cc8e-7a13-97fe-2b81ec3492f6","amount":6000,"currency":"GBP"}','','534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039','d2a73a68a429d9618205187c7946d904e77f914f6573ec202d6fb04db91ada04');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a2132b-cc8e-7a13-97fe-2b81ec3492f6","amount":6000,"currency":"GBP"}','','d2a73a68a429d9618205187c7946d904e77f914f6573ec202d6fb04db91ada04','3343fc2994f74a9bb15785e4cb06e4db1d23890f5a97f2c87fc7057685babd38');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',4,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','a burst pipe','3343fc2994f74a9bb15785e4cb06e4db1d23890f5a97f2c87fc7057685babd38','1f5c925a4e941733376176c414e0944f5282f0f26d413ddff79d848a50b1975a');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',5,'refund_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2132b-ccb1-755b-9408-fd31d8e8b1cf","amount":6000,"currency":"GBP","charge_id":"01a2132b-cc8e-7a13-97fe-2b81ec3492f6"}','','1f5c925a4e941733376176c414e0944f5282f0f26d413ddff79d848a50b1975a','1375495da2b24381e81f9e79fa5a75d38c3262a1665ae583fbbe13f8ea7f3966');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',6,'refunded','system:system','',1772452800000000,'{"attempt_id":"01a2132b-ccb1-755b-9408-fd31d8e8b1cf","amount":6000,"currency":"GBP","charge_id":"01a2132b-cc8e-7a13-97fe-2b81ec3492f6"}','','1375495da2b24381e81f9e79fa5a75d38c3262a1665ae583fbbe13f8ea7f3966','08b5ddab873c9f617e2752bfe37af7e9956a9b50d974ea718e1768541892bb6e');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}','','','f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2132b-ccc4-749f-9c19-4db7b8d4997f","amount":6000,"currency":"GBP"}','','f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d','2943f522d8164c607b4b47a65f661e3fa33fc4d7649d6628edd30a004e0a991f');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',3,'charge_declined','system:system','',1772452800000000,'{"attempt_id":"01a2132b-ccc4-749f-9c19-4db7b8d4997f","amount":6000,"currency":"GBP","reason":"insufficient_funds"}','','2943f522d8164c607b4b47a65f661e3fa33fc4d7649d6628edd30a004e0a991f','07bd52e73d8fc67665ed5e58bf7bcc6ea7038b70644fff14d83c043372ac1ca8');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}','','','7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2132b-cce3-7ccd-850a-036a1bc7d4a4","amount":6000,"currency":"GBP"}','','7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b','69f24fde2aa417d3a65e2ea500fdb61feb38eff191ec2cd22e1ffe6b39d3f198');
INSERT INTO "practice_core_journal" VALUES('p','client','told',1,'registered','staff:desk','',1772452800000000,'{}','','','c5be17c66e4a91697305ab45fbe7c41ce1924d666e6c3a9d5c5b5c0c7106525f');
INSERT INTO "practice_core_journal" VALUES('p','client','seen',1,'registered','staff:desk','',1772452800000000,'{}','','','d09c5cc76de8124de1181272e1370ad4457b9e9437672f5a219f45421f0111f8');
INSERT INTO "practice_core_journal" VALUES('p','client','waits',1,'registered','staff:desk','',1772452800000000,'{}','','','20ce212f0f36296e96738da402976e9b7c7ee92aa0efc510cfb785488897c6d3');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of told',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"told","payer_id":"d"}','','','e98720201ffdb29cd84296236e44d9b451ae280ad9e4d4efbc82c85452b69e76');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of seen',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"seen","payer_id":"d"}','','','f59d9e70bd51020538a083eda0f98ac25fb1a811efa48f8e013aa04a282f6d76');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of seen',2,'reviewed','staff:desk','',1772452800000000,'{}','','f59d9e70bd51020538a083eda0f98ac25fb1a811efa48f8e013aa04a282f6d76','6661245e308f6b833608e3d87e044c2003f9165ce1f45fde31341d6b6198d7dc');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of told',2,'birthday_told','system:system','',1772452800000000,'{"therapist_id":"t"}','','e98720201ffdb29cd84296236e44d9b451ae280ad9e4d4efbc82c85452b69e76','5d5b606a6971c4cbc5864b81e9c653762dfa0fda71c1b6128093454a992f32db');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of waits',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"waits","payer_id":"d"}','','','5c879b8a52e9eb061a8f0549fafee0f7df8d24c372b4dd783a23858e3690fd08');
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
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ca46-7a20-946c-2c394c4eab8a','session_booked','client:c','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ca47-7f4c-a60f-00eeeb9216b4','session_booked','client:d','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ca48-79e9-8569-76c9b0290d45','session_booked','therapist:t','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ca5e-73f7-be04-bd4af7c5b307','session_booked','client:c','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ca5f-720b-97d5-4824ebef98ed','session_booked','client:d','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ca60-75d5-84cd-6740caf8edeb','session_booked','therapist:t','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-caad-78d2-8796-b3e4fdc2df14','migration_requested','client:c','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-caae-7562-a9a1-c1a2d84daa14','migration_requested','therapist:t','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cae0-7f82-9466-bfb03e14477d','request_declined','client:zoe','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-caf8-7064-b3df-8f789e926c74','migration_requested','client:zoe','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-caf9-7b2e-a0bf-c984304eb2a9','migration_requested','therapist:t','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cb4c-736f-8124-36bc1b27cda3','yours_to_pay','client:c','relationship:r','{"successor_id":"r2"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cb4d-76cb-8f04-df14fd3bd32b','no_longer_yours_to_pay','client:d','relationship:r','{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cb94-76f7-bb1e-dd56a155c161','session_rebooked','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cb95-7451-89c8-5ed23d3816f4','session_rebooked','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cbd7-7184-97d6-e74f6db39096','session_cancelled','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cbd8-7249-9d88-dead7c1d048d','session_cancelled','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cbe6-7489-9390-4f6bf2ca0b8d','session_booked','client:c','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cbe7-719a-bc0c-42ff4bec8005','session_booked','therapist:t','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cbf6-7f6f-a0c3-7c6b2904aeb0','session_booked','client:c','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cbf7-73a9-afb6-b3ed9d4f152b','session_booked','therapist:t','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cc75-7aa9-87a0-cc06936ccf4f','charge_paid','client:c','session:paid','{"attempt_id":"01a2132b-cc28-756d-a8e8-b8c77bc17ed5","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cc80-7f22-bab5-9f84b81fbc7e','session_booked','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cc81-7562-855f-9caed4dc3838','session_booked','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cc90-776b-8f82-9548edac740e','charge_paid','client:c','session:given back','{"attempt_id":"01a2132b-cc8e-7a13-97fe-2b81ec3492f6","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cc97-77dd-a2be-d53aa929b2bd','session_cancelled','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cc98-7180-9e73-5886b64e1154','session_cancelled','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ccb6-7a43-a160-b1c75a970096','refund_made','client:c','session:given back','{"attempt_id":"01a2132b-ccb1-755b-9408-fd31d8e8b1cf","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ccbf-7a45-9345-1862957010de','session_booked','client:c','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ccc0-7d85-b8f5-387f74337eff','session_booked','therapist:t','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ccce-708b-9101-bbe5b1a9119d','charge_declined','client:c','session:declined','{"attempt_id":"01a2132b-ccc4-749f-9c19-4db7b8d4997f","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cccf-71bb-a11e-3369c02a79e4','charge_declined','therapist:t','session:declined','{"attempt_id":"01a2132b-ccc4-749f-9c19-4db7b8d4997f","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ccdb-72b0-ae16-657027cee9c0','session_booked','client:c','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-ccdc-7650-9c54-5d909e6fabe9','session_booked','therapist:t','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2132b-cd33-7f18-a42e-8b9dad67cf33','birthday_near','therapist:t','relationship:of told','{}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
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
	journal_digest VARCHAR(64) NOT NULL, attendee_born_on DATE, under_age_by INTEGER, birthday_told_at BIGINT, reviewed_at BIGINT, review VARCHAR(32), 
	CONSTRAINT pk_practice_core_relationships PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_relationships_practice_id_attendee_id FOREIGN KEY(practice_id, attendee_id) REFERENCES practice_core_clients (practice_id, id), 
	CONSTRAINT fk_practice_core_relationships_practice_id_payer_id FOREIGN KEY(practice_id, payer_id) REFERENCES practice_core_clients (practice_id, id), 
	CONSTRAINT fk_practice_core_relationships_practice_id_therapist_id FOREIGN KEY(practice_id, therapist_id) REFERENCES practice_core_therapists (practice_id, id)
);
INSERT INTO "practice_core_relationships" VALUES('p','r','t','c','d','ended',1772452800000000,6000,'GBP',1772452800000000,'migrated','staff:desk',NULL,'r2',0,5,2,'9d4933cc9a573a0293367d9ae015523fdbc31adf074542d31e1022dbaf6c6a9b',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','z','t','c','zoe','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,4,4,'658f36e954b3a0635e2074bb4db8c4bfd3e4e6bc6abd8b3605ab6fa25ecdad2c',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','r2','t','c','c','active',1772452800000000,6000,'GBP',NULL,NULL,NULL,'r',NULL,0,7,1,'ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of told','t','told','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,2,2,'5d5b606a6971c4cbc5864b81e9c653762dfa0fda71c1b6128093454a992f32db','2010-04-01',16,1772452800000000,NULL,'told');
INSERT INTO "practice_core_relationships" VALUES('p','of seen','t','seen','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,2,2,'6661245e308f6b833608e3d87e044c2003f9165ce1f45fde31341d6b6198d7dc','2010-04-02',16,NULL,1772452800000000,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of waits','t','waits','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1,1,'5c879b8a52e9eb061a8f0549fafee0f7df8d24c372b4dd783a23858e3690fd08','2010-04-03',16,NULL,NULL,'waiting');
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
INSERT INTO "practice_core_requests" VALUES('p','01a2132b-cb4b-7895-b79c-7d26b9560d30','r','c',1772452800000000,'staff:desk','',1775044800000000,'confirmed',NULL,1772452800000000,'',1);
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
INSERT INTO "practice_core_sessions" VALUES('p','paid','r2','t','c','c',1772470800000000,1772473800000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','paid',NULL,NULL,NULL,0,'',3,3,'8c13c4b2021f9a0333411a6ceb4a346b244951658c0ffef175e28de31eae649f',NULL,NULL,0);
INSERT INTO "practice_core_sessions" VALUES('p','given back','r2','t','c','c',1772474400000000,1772477400000000,6000,'GBP',1772452800000000,1772452800000000,'cancelled','refunded',NULL,NULL,1772452800000000,0,'a burst pipe',6,6,'08b5ddab873c9f617e2752bfe37af7e9956a9b50d974ea718e1768541892bb6e',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','declined','r2','t','c','c',1772478000000000,1772481000000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','declined',NULL,NULL,NULL,0,'',3,3,'07bd52e73d8fc67665ed5e58bf7bcc6ea7038b70644fff14d83c043372ac1ca8','cancel',1772474400000000,0);
INSERT INTO "practice_core_sessions" VALUES('p','unknown','r2','t','c','c',1772481600000000,1772484600000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','pending',NULL,NULL,NULL,0,'',2,2,'69f24fde2aa417d3a65e2ea500fdb61feb38eff191ec2cd22e1ffe6b39d3f198','settle',1772453100000000,0);
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
INSERT INTO "practice_core_version" VALUES('0004');
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
CREATE INDEX ix_practice_core_relationships_birthdays ON practice_core_relationships (practice_id, review, under_age_by, attendee_born_on) WHERE review IS NOT NULL;
COMMIT;
