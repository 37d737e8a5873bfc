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
INSERT INTO "practice_core_attempts" VALUES('p','01a21335-7c4a-7292-b60d-32e132ec3416','charge','paid','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a21335-7c4a-7292-b60d-32e132ec3416',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a21335-7c9a-7919-bc53-345527b0bdd8','charge','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a21335-7c9a-7919-bc53-345527b0bdd8',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a21335-7cd2-7aaa-bbcd-17c4ac7b6e6f','refund','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02',NULL,'memory-c','01a21335-7c9a-7919-bc53-345527b0bdd8','payment-p/01a21335-7c9a-7919-bc53-345527b0bdd8',1772452800000000,'paid','payment-p/01a21335-7cd2-7aaa-bbcd-17c4ac7b6e6f',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a21335-7cf6-7a85-ac7c-f34038ac7527','charge','declined','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'declined',NULL,'insufficient_funds',1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a21335-7d17-79c1-9068-76baf242fc7a','charge','unknown','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'pending',NULL,NULL,NULL,0,1);
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
INSERT INTO "practice_core_clients" VALUES('p','zoe','Zoë','O''Brien; --',NULL,NULL,NULL,'en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',2,1,'44e72cb0961c2c84fff4c37fa12d86fae7aad9a5595411022979da96a34f1c26');
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
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',2,'migrated','staff:desk','c',1772452800000000,'{"successor_id":"r2","request_id":"01a21335-7bb6-7207-9128-6eb7b398f0bb","sessions_to_rebook":["s3","s4"]}','','00b56692f72810e8162813b1303443fc9eed19b84a313f65205f84f275a4f8f5','28a7c86015e11afc35dbd0c3a85a1bc540689670babe6193d31f62c6f866709a');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r2',1,'opened_by_migration','staff:desk','c',1772452800000000,'{"predecessor_id":"r","awaits_agreement":false}','','','ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',2,'rebooked','staff:desk','',1772452800000000,'{"rebooked_as":"s3-again"}','','5fbc9fa5f6e0a495837c4e7b9ab2bbed748c85048954d97ccfe6bf2087eb2537','c52838965dfe1e130db230b7b9d92eb28300faf9f2183b920383c2f96506110d');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}','','','65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',2,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','ill','65e411a98a0165d8ec95d1d779593d7c548da9dc3b093c1b5b77065a35729f39','99286f7ae60acec87ed93f6a88e194e39553b9a9b5f05a1d31df967749833243');
INSERT INTO "practice_core_journal" VALUES('p','session','s5',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}','','','112eda11936fbbeb7eb0154e47d67518abcd73bb79155f9d6a636e54b657efa4');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}','','','1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a21335-7c4a-7292-b60d-32e132ec3416","amount":6000,"currency":"GBP"}','','1b3cd30372f1891e7bc19bbbb7d7174d09424f6a12ea26c214c6b2176332aea3','5f8502989c22e902a4e0a7a94c78daff820db88bdd4d200176f636c1baf00f62');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a21335-7c4a-7292-b60d-32e132ec3416","amount":6000,"currency":"GBP"}','','5f8502989c22e902a4e0a7a94c78daff820db88bdd4d200176f636c1baf00f62','49c05f258a4f305852db828c24f72cbd3e24aeb4d7d5d6fcd572bec5ad640c01');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}','','','534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a21335-7c9a-7919-bc53-345527b0bdd8","amount":6000,"currency":"GBP"}','','534f27e2f9e0faaaef05b9ed1f5d856add0881407752bd7bcc4490d80128c039','b181c7c0810519e9497ebf2e65dd9ac22e8ccbda3f78ca01e1fb50a39bed6930');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a21335-7c9a-7919-bc53-345527b0bdd8","amount":6000,"currency":"GBP"}','','b181c7c0810519e9497ebf2e65dd9ac22e8ccbda3f78ca01e1fb50a39bed6930','e1c9bd86af9fc91ac19cea6122a2e8013e7fe5289942354090b835ef7f748df2');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',4,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','a burst pipe','e1c9bd86af9fc91ac19cea6122a2e8013e7fe5289942354090b835ef7f748df2','7aa01c3897e3e71fb0ebf2f6cebe4ab5e4271e42cab131d5bacf8f821bc1d284');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',5,'refund_attempted','system:system','',1772452800000000,'{"attempt_id":"01a21335-7cd2-7aaa-bbcd-17c4ac7b6e6f","amount":6000,"currency":"GBP","charge_id":"01a21335-7c9a-7919-bc53-345527b0bdd8"}','','7aa01c3897e3e71fb0ebf2f6cebe4ab5e4271e42cab131d5bacf8f821bc1d284','f51072d5914c6c868e4357e7a6ef4bdeb72f9d6ed3d297b6f649d551faaebffd');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',6,'refunded','system:system','',1772452800000000,'{"attempt_id":"01a21335-7cd2-7aaa-bbcd-17c4ac7b6e6f","amount":6000,"currency":"GBP","charge_id":"01a21335-7c9a-7919-bc53-345527b0bdd8"}','','f51072d5914c6c868e4357e7a6ef4bdeb72f9d6ed3d297b6f649d551faaebffd','d34dc5ea5333f8f5c88a3c59ea1462a90281a124121f2d4062b653d55ef6930f');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}','','','f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a21335-7cf6-7a85-ac7c-f34038ac7527","amount":6000,"currency":"GBP"}','','f172e901840f5dd6f64c6a54c259f8f90d738a488bffe15e358a416ae7e8cb8d','b77fb9ecd30f9366a0e5db116d2a38d5774bd3948f4306c5aa01f325688701e5');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',3,'charge_declined','system:system','',1772452800000000,'{"attempt_id":"01a21335-7cf6-7a85-ac7c-f34038ac7527","amount":6000,"currency":"GBP","reason":"insufficient_funds"}','','b77fb9ecd30f9366a0e5db116d2a38d5774bd3948f4306c5aa01f325688701e5','3a88071cb66151a79239074a6fbab3ba5968d9930f4b2c170f6177c318b11a82');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}','','','7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a21335-7d17-79c1-9068-76baf242fc7a","amount":6000,"currency":"GBP"}','','7169c13bfcb26c04f45e414db00823577be87dc623b6dd8e726134804f665f0b','a21c440c35a5241455d01f1509fe661996a3358b05d0db30a303f479a0bf58ea');
INSERT INTO "practice_core_journal" VALUES('p','client','told',1,'registered','staff:desk','',1772452800000000,'{}','','','c5be17c66e4a91697305ab45fbe7c41ce1924d666e6c3a9d5c5b5c0c7106525f');
INSERT INTO "practice_core_journal" VALUES('p','client','seen',1,'registered','staff:desk','',1772452800000000,'{}','','','d09c5cc76de8124de1181272e1370ad4457b9e9437672f5a219f45421f0111f8');
INSERT INTO "practice_core_journal" VALUES('p','client','waits',1,'registered','staff:desk','',1772452800000000,'{}','','','20ce212f0f36296e96738da402976e9b7c7ee92aa0efc510cfb785488897c6d3');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of told',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"told","payer_id":"d"}','','','e98720201ffdb29cd84296236e44d9b451ae280ad9e4d4efbc82c85452b69e76');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of seen',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"seen","payer_id":"d"}','','','f59d9e70bd51020538a083eda0f98ac25fb1a811efa48f8e013aa04a282f6d76');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of seen',2,'reviewed','staff:desk','',1772452800000000,'{}','','f59d9e70bd51020538a083eda0f98ac25fb1a811efa48f8e013aa04a282f6d76','6661245e308f6b833608e3d87e044c2003f9165ce1f45fde31341d6b6198d7dc');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of told',2,'birthday_told','system:system','',1772452800000000,'{"therapist_id":"t"}','','e98720201ffdb29cd84296236e44d9b451ae280ad9e4d4efbc82c85452b69e76','5d5b606a6971c4cbc5864b81e9c653762dfa0fda71c1b6128093454a992f32db');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of waits',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"waits","payer_id":"d"}','','','5c879b8a52e9eb061a8f0549fafee0f7df8d24c372b4dd783a23858e3690fd08');
INSERT INTO "practice_core_journal" VALUES('p','relationship','own',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"zoe","payer_id":"zoe"}','','','f06cd2b2b85faa4b68be29c4204ec4c73e62603f3971139916190258e85e4d6b');
INSERT INTO "practice_core_journal" VALUES('p','relationship','own',2,'handing_over_requested','staff:desk','zoe',1772452800000000,'{"new_payer_id":"d","request_id":"q3"}','','f06cd2b2b85faa4b68be29c4204ec4c73e62603f3971139916190258e85e4d6b','dc73a282e0ea391288b118035f798d8f633f856dc987ebc57cb2f603b2f22582');
INSERT INTO "practice_core_journal" VALUES('p','relationship','own',3,'request_accepted','staff:desk','d',1772452800000000,'{"request_id":"q3"}','','dc73a282e0ea391288b118035f798d8f633f856dc987ebc57cb2f603b2f22582','ecd549dd77fa701089ee4840cf8a75b19cc3eec3b80b8f767fd3b3cd13415dfb');
INSERT INTO "practice_core_journal" VALUES('p','relationship','own',4,'transferred','staff:desk','zoe',1772452800000000,'{"successor_id":"then","request_id":"q3","sessions_to_rebook":[]}','','ecd549dd77fa701089ee4840cf8a75b19cc3eec3b80b8f767fd3b3cd13415dfb','b5a103cee9eea4be6cffa13165ac7c313c489f66f283cc091068cbbaa259fa60');
INSERT INTO "practice_core_journal" VALUES('p','relationship','then',1,'opened_by_transfer','staff:desk','zoe',1772452800000000,'{"payer_id":"d","predecessor_id":"own","awaits_agreement":false}','','','7b488fbdbd3db8e122b1b1f26de8a7a75251c02fd8ee12416f2ccebd02503c70');
INSERT INTO "practice_core_journal" VALUES('p','relationship','then',2,'handing_over_requested','staff:desk','zoe',1772452800000000,'{"new_payer_id":"c","request_id":"q4"}','','7b488fbdbd3db8e122b1b1f26de8a7a75251c02fd8ee12416f2ccebd02503c70','524d63cf71d6b86253f06c0306f40c98d49b4b7b0daa697bd0d81140f1600deb');
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
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7ae7-790b-a3c9-3f25902cc4f0','session_booked','client:c','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7ae8-79be-8fff-3fbd4b5f12dc','session_booked','client:d','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7ae9-7631-861f-194597500833','session_booked','therapist:t','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7b00-741c-a39b-f8c98690b8bd','session_booked','client:c','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7b01-7c1a-84a9-8ed7744e788f','session_booked','client:d','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7b02-7b2d-89b6-f0bcf101893f','session_booked','therapist:t','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7b40-7985-9702-45abcd96d51a','migration_requested','client:c','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7b41-78d2-b072-651aff414926','migration_requested','therapist:t','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7b73-79f8-b332-c90cf7bbce44','request_declined','client:zoe','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7b8a-7c9a-be1b-52e9200cba3c','migration_requested','client:zoe','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7b8b-7b56-a819-f3a66ca0aee0','migration_requested','therapist:t','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7bb7-7683-89d5-a10c564cc271','yours_to_pay','client:c','relationship:r','{"successor_id":"r2"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7bb8-7fdd-83e8-28f8c7c5632c','no_longer_yours_to_pay','client:d','relationship:r','{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7bea-778b-a7a3-b7697b968b94','session_rebooked','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7beb-7292-a1f4-fd156eb46600','session_rebooked','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7c12-7876-b073-5cc39b00d6a7','session_cancelled','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7c13-7578-9ff9-6b84839be900','session_cancelled','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7c22-7bfe-9713-83be30336d99','session_booked','client:c','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7c23-7b67-b55f-b4cbf68210de','session_booked','therapist:t','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7c2a-7034-a335-4c597c2004f4','session_booked','client:c','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7c2b-7d1f-9665-f1257042c7e5','session_booked','therapist:t','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7c81-735d-9e92-9672e464f873','charge_paid','client:c','session:paid','{"attempt_id":"01a21335-7c4a-7292-b60d-32e132ec3416","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7c8c-7fde-b968-f7c62c6dce0f','session_booked','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7c8d-741d-a8e4-6bb9e1826cca','session_booked','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7ca3-7786-a56b-f27e3efb756f','charge_paid','client:c','session:given back','{"attempt_id":"01a21335-7c9a-7919-bc53-345527b0bdd8","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7cac-70b5-8264-0cee199ea3f4','session_cancelled','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7cad-7c73-ab2d-1eed412f6d45','session_cancelled','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7ce1-781c-8b1d-c29e4e365562','refund_made','client:c','session:given back','{"attempt_id":"01a21335-7cd2-7aaa-bbcd-17c4ac7b6e6f","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7ceb-763b-9ad0-e9d36816ffe1','session_booked','client:c','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7cec-781b-8bbc-477c0b09fb5f','session_booked','therapist:t','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7d04-762f-acea-9231c738db43','charge_declined','client:c','session:declined','{"attempt_id":"01a21335-7cf6-7a85-ac7c-f34038ac7527","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7d05-7300-9685-4fd75fa31640','charge_declined','therapist:t','session:declined','{"attempt_id":"01a21335-7cf6-7a85-ac7c-f34038ac7527","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7d0c-7c7c-8f97-a71a6a86a677','session_booked','client:c','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7d0d-7633-9183-9c8167470f15','session_booked','therapist:t','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7d7c-7380-ae45-c648e8c9e814','birthday_near','therapist:t','relationship:of told','{}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7de2-7a28-80e9-f28c5c5f5457','asked_to_pay','client:d','relationship:own','{"request_id":"q3","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7de3-7dd9-8368-df96a043a2b9','handing_over_requested','therapist:t','relationship:own','{"request_id":"q3","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7e1f-79fd-bbfa-29d96e5512da','yours_to_pay','client:d','relationship:own','{"successor_id":"then"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7e20-793c-97f6-f86ffd07a332','no_longer_yours_to_pay','client:zoe','relationship:own','{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":[],"passed_to":"d"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7e2c-7531-a60d-2cc74fd0f97c','asked_to_pay','client:c','relationship:then','{"request_id":"q4","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7e2d-774b-bf9c-eec8ffd32a5d','handing_over_requested','client:d','relationship:then','{"request_id":"q4","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21335-7e2e-7ecd-9169-60e8f28444a5','handing_over_requested','therapist:t','relationship:then','{"request_id":"q4","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
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
INSERT INTO "practice_core_relationships" VALUES('p','r','t','c','d','ended',1772452800000000,6000,'GBP',1772452800000000,'migrated','staff:desk',NULL,'r2',0,5,2,'28a7c86015e11afc35dbd0c3a85a1bc540689670babe6193d31f62c6f866709a',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','z','t','c','zoe','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,4,4,'658f36e954b3a0635e2074bb4db8c4bfd3e4e6bc6abd8b3605ab6fa25ecdad2c',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','r2','t','c','c','active',1772452800000000,6000,'GBP',NULL,NULL,NULL,'r',NULL,0,7,1,'ed020e978bae4f0a999cc0745b89085e17833b583d942cd04f2679a72bb19cb8',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of told','t','told','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,2,2,'5d5b606a6971c4cbc5864b81e9c653762dfa0fda71c1b6128093454a992f32db','2010-04-01',16,1772452800000000,NULL,'told');
INSERT INTO "practice_core_relationships" VALUES('p','of seen','t','seen','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,2,2,'6661245e308f6b833608e3d87e044c2003f9165ce1f45fde31341d6b6198d7dc','2010-04-02',16,NULL,1772452800000000,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of waits','t','waits','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1,1,'5c879b8a52e9eb061a8f0549fafee0f7df8d24c372b4dd783a23858e3690fd08','2010-04-03',16,NULL,NULL,'waiting');
INSERT INTO "practice_core_relationships" VALUES('p','own','t','zoe','zoe','ended',1772452800000000,NULL,NULL,1772452800000000,'transferred','staff:desk',NULL,'then',0,4,4,'b5a103cee9eea4be6cffa13165ac7c313c489f66f283cc091068cbbaa259fa60',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','then','t','zoe','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,'own',NULL,0,2,2,'524d63cf71d6b86253f06c0306f40c98d49b4b7b0daa697bd0d81140f1600deb',NULL,NULL,NULL,NULL,NULL);
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
	version INTEGER NOT NULL, new_payer_id VARCHAR(64) DEFAULT '' NOT NULL, token_digest VARCHAR(64) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_practice_core_requests PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_requests_practice_id_relationship_id FOREIGN KEY(practice_id, relationship_id) REFERENCES practice_core_relationships (practice_id, id)
);
INSERT INTO "practice_core_requests" VALUES('p','q1','z','zoe',1772452800000000,'staff:desk','by post',1775044800000000,'declined',NULL,1772452800000000,'Not yet,
''please''',2,'c','ad7a730b661f7e704bbffb2a743df39aaa5d645b8aab8479df789b1361906467');
INSERT INTO "practice_core_requests" VALUES('p','q2','z','c',1772452800000000,'staff:desk','',1775044800000000,'pending',NULL,NULL,'',1,'c','');
INSERT INTO "practice_core_requests" VALUES('p','01a21335-7bb6-7207-9128-6eb7b398f0bb','r','c',1772452800000000,'staff:desk','',1775044800000000,'confirmed',NULL,1772452800000000,'',1,'c','');
INSERT INTO "practice_core_requests" VALUES('p','q3','own','zoe',1772452800000000,'staff:desk','',1775044800000000,'confirmed',1772452800000000,1772452800000000,'',3,'d','03ea4a60382226b0549aed2908119ed9ea981277a8b958f27e60a137ca657358');
INSERT INTO "practice_core_requests" VALUES('p','q4','then','zoe',1772452800000000,'staff:desk','',1775044800000000,'pending',NULL,NULL,'',1,'c','28c7bd53a067a705c784a099b06f5aa03ab3be1b979e990a0b51be92f2ff606e');
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
INSERT INTO "practice_core_sessions" VALUES('p','paid','r2','t','c','c',1772470800000000,1772473800000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','paid',NULL,NULL,NULL,0,'',3,3,'49c05f258a4f305852db828c24f72cbd3e24aeb4d7d5d6fcd572bec5ad640c01',NULL,NULL,0);
INSERT INTO "practice_core_sessions" VALUES('p','given back','r2','t','c','c',1772474400000000,1772477400000000,6000,'GBP',1772452800000000,1772452800000000,'cancelled','refunded',NULL,NULL,1772452800000000,0,'a burst pipe',6,6,'d34dc5ea5333f8f5c88a3c59ea1462a90281a124121f2d4062b653d55ef6930f',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','declined','r2','t','c','c',1772478000000000,1772481000000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','declined',NULL,NULL,NULL,0,'',3,3,'3a88071cb66151a79239074a6fbab3ba5968d9930f4b2c170f6177c318b11a82','cancel',1772474400000000,0);
INSERT INTO "practice_core_sessions" VALUES('p','unknown','r2','t','c','c',1772481600000000,1772484600000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','pending',NULL,NULL,NULL,0,'',2,2,'a21c440c35a5241455d01f1509fe661996a3358b05d0db30a303f479a0bf58ea','settle',1772453100000000,0);
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
INSERT INTO "practice_core_version" VALUES('0005');
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
