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
INSERT INTO "practice_core_attempts" VALUES('p','01a21343-70b4-709b-a4ef-e8bcd55c0b81','charge','paid','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a21343-70b4-709b-a4ef-e8bcd55c0b81',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a21343-71c0-7206-8a5f-14f5fa3d7bde','charge','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a21343-71c0-7206-8a5f-14f5fa3d7bde',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a21343-72cc-7ebb-a37a-ea6429f8e0ba','refund','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02',NULL,'memory-c','01a21343-71c0-7206-8a5f-14f5fa3d7bde','payment-p/01a21343-71c0-7206-8a5f-14f5fa3d7bde',1772452800000000,'paid','payment-p/01a21343-72cc-7ebb-a37a-ea6429f8e0ba',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a21343-7354-7fa9-8dd0-2b88dd5918e3','charge','declined','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'declined',NULL,'insufficient_funds',1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a21343-73dc-71cb-8bf7-53e5756352e0','charge','unknown','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'pending',NULL,NULL,NULL,0,1);
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
INSERT INTO "practice_core_clients" VALUES('p','c','Ines','Vale','c@mail.example','+44 20 7946 0000','2001-07-11','en-GB','pm_c','visa','4242',3,2029,'memory-c','staff:desk',4,2,'ec97aa2a1335f3171b8610fa3f3bf36c91ce0e29288f8d2558c904bb6a570d78');
INSERT INTO "practice_core_clients" VALUES('p','d','Ines','Vale','d@mail.example','+44 20 7946 0000','2001-07-11','en-GB','pm_d','visa','4242',3,2029,'memory-d','staff:desk',2,2,'b438f0980176d6fa8505558bb67388b233cf201ad9cb3da6db8686fd8855107b');
INSERT INTO "practice_core_clients" VALUES('p','zoe','Zoë','O''Brien; --',NULL,NULL,NULL,'en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',1,1,'aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6');
INSERT INTO "practice_core_clients" VALUES('p','told','Kit','Vale',NULL,NULL,'2010-04-01','en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',2,1,'1ad49b2180aa7f509ea116911d95b665f95c76d2a91ef889175055eb56cfef6f');
INSERT INTO "practice_core_clients" VALUES('p','seen','Kit','Vale',NULL,NULL,'2010-04-02','en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',2,1,'c35958a9487907c3599600169e6b8696bef528584a7f33825e6ba3cda345dd3a');
INSERT INTO "practice_core_clients" VALUES('p','waits','Kit','Vale',NULL,NULL,'2010-04-03','en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',2,1,'8d8bce98c68a8d84afa792238bd95d734d110318e9cb216cbf401c7f79594f2b');
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
	digest VARCHAR(64) NOT NULL, note_salt VARCHAR(64) DEFAULT '' NOT NULL, note_digest VARCHAR(64), 
	CONSTRAINT pk_practice_core_journal PRIMARY KEY (practice_id, kind, thing_id, number), 
	CONSTRAINT fk_practice_core_journal_practice_id FOREIGN KEY(practice_id) REFERENCES practice_core_practices (id)
);
INSERT INTO "practice_core_journal" VALUES('p','practice','p',1,'opened','system:system','',1772452800000000,'{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":["24","12"],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}','','','420bc36eac9621f98222fb84d645dff7722525596357e29d23ba65d326cf59a1','','');
INSERT INTO "practice_core_journal" VALUES('p','therapist','t',1,'registered','staff:desk','',1772452800000000,'{}','','','c3faed71e15e669a07246afc017b90ecebe04af6aef499d6744324da3d727aae','','');
INSERT INTO "practice_core_journal" VALUES('p','client','c',1,'registered','staff:desk','',1772452800000000,'{}','','','4b0405f4381709c640bfc30ebbd17152964341ac82275d48d5810bc45c10fd12','','');
INSERT INTO "practice_core_journal" VALUES('p','client','c',2,'card_added','staff:desk','',1772452800000000,'{"brand":"visa","last4":"4242"}','','4b0405f4381709c640bfc30ebbd17152964341ac82275d48d5810bc45c10fd12','ec97aa2a1335f3171b8610fa3f3bf36c91ce0e29288f8d2558c904bb6a570d78','','');
INSERT INTO "practice_core_journal" VALUES('p','client','d',1,'registered','staff:desk','',1772452800000000,'{}','','','41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04','','');
INSERT INTO "practice_core_journal" VALUES('p','client','d',2,'card_added','staff:desk','',1772452800000000,'{"brand":"visa","last4":"4242"}','','41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04','b438f0980176d6fa8505558bb67388b233cf201ad9cb3da6db8686fd8855107b','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',1,'opened','staff:desk','',1772452800000000,'{"fee":6000,"currency":"GBP","therapist_id":"t","attendee_id":"c","payer_id":"d"}','','','bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP"}','','','35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s4',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r","starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","price":6000,"currency":"GBP"}','','','037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c','','');
INSERT INTO "practice_core_journal" VALUES('p','client','zoe',1,'registered','staff:desk','',1772452800000000,'{}','','','aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"c","payer_id":"zoe"}','','','997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',2,'migration_requested','staff:desk','zoe',1772452800000000,'{"request_id":"q1"}','by post','997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe','3205a2fe073ccc523d1095af54b34354247e93e175994950a269bb3716ff1144','e01b3564ee84f7f6aff5b613f74f0055','633540747d75ac4c38f95547cd26a353df409eccc0e9e299aefbb80da6fef288');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',3,'request_declined','staff:desk','',1772452800000000,'{"request_id":"q1"}','Not yet,
''please''','3205a2fe073ccc523d1095af54b34354247e93e175994950a269bb3716ff1144','de582a756c3168e39d73adf16834a789801d30e8bf57f610546dbf20d8578421','81b98c19e1a0e39d92408ac31b0225c3','8670b344aeb71a1aa66015a0412547ae49d7dc96bab2893b1321ed07b5ea0e8d');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',4,'migration_requested','staff:desk','c',1772452800000000,'{"request_id":"q2"}','','de582a756c3168e39d73adf16834a789801d30e8bf57f610546dbf20d8578421','cdfc8b12c89098e373493b1010a48acda7d8e981540c64b93fddc133ee01ee57','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',2,'migrated','staff:desk','c',1772452800000000,'{"successor_id":"r2","request_id":"01a21343-6e88-7ec6-ad74-548b9c89432d","sessions_to_rebook":["s3","s4"]}','','bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989','01c289a707a4334af327cd0618a286af8f5ce47c7a3ff9889caa88264b833e3e','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r2',1,'opened_by_migration','staff:desk','c',1772452800000000,'{"predecessor_id":"r","awaits_agreement":false}','','','1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',2,'rebooked','staff:desk','',1772452800000000,'{"rebooked_as":"s3-again"}','','35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3','60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}','','','5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',2,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','ill','5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3','80973ee38e246e3ef312e418c543def1e088562a48de9758bf7ebed69d67ef31','b773de6f7b871587bb408138425153f1','0140b8aa242d2f9f717260a2c47660db1312d22067fc5ec18038b8859cadce9f');
INSERT INTO "practice_core_journal" VALUES('p','session','s5',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}','','','d337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446','','');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}','','','7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd','','');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a21343-70b4-709b-a4ef-e8bcd55c0b81","amount":6000,"currency":"GBP"}','','7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd','7b3b0772208b8bd78f6f95dcace383bf8a9e9c4a886e09aea1cac2cddb3530a6','','');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a21343-70b4-709b-a4ef-e8bcd55c0b81","amount":6000,"currency":"GBP"}','','7b3b0772208b8bd78f6f95dcace383bf8a9e9c4a886e09aea1cac2cddb3530a6','5d2173552313e58885ccc48b7020adbd5d2d7f859e66042c91ce4ba946802b35','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}','','','0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a21343-71c0-7206-8a5f-14f5fa3d7bde","amount":6000,"currency":"GBP"}','','0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb','b8872b747ea2eadff0e7730fd38863a143d803d1bc053d1d3466931484e02af1','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a21343-71c0-7206-8a5f-14f5fa3d7bde","amount":6000,"currency":"GBP"}','','b8872b747ea2eadff0e7730fd38863a143d803d1bc053d1d3466931484e02af1','d7ef36d977b6284ca19cbcfec34893d65390fd42dac7cedecaacdd33f1674e04','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',4,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','a burst pipe','d7ef36d977b6284ca19cbcfec34893d65390fd42dac7cedecaacdd33f1674e04','e60fdeb3b660414263e0004fd5bc1453853c3cd97b710b4d066ce1986d5255c7','7f7aa59b6d80387119545c716b3cfc0a','ce732fb1d981fb90d4c5168f5916edeba300a51b72cfc84dfe41c6eca11a1d26');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',5,'refund_attempted','system:system','',1772452800000000,'{"attempt_id":"01a21343-72cc-7ebb-a37a-ea6429f8e0ba","amount":6000,"currency":"GBP","charge_id":"01a21343-71c0-7206-8a5f-14f5fa3d7bde"}','','e60fdeb3b660414263e0004fd5bc1453853c3cd97b710b4d066ce1986d5255c7','4d92f224a30696c66e7780e0c94cf17c5a9661e83c4ae65310a26f5d9624d699','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',6,'refunded','system:system','',1772452800000000,'{"attempt_id":"01a21343-72cc-7ebb-a37a-ea6429f8e0ba","amount":6000,"currency":"GBP","charge_id":"01a21343-71c0-7206-8a5f-14f5fa3d7bde"}','','4d92f224a30696c66e7780e0c94cf17c5a9661e83c4ae65310a26f5d9624d699','c2803d9f8ff04c7a60b224e55b2659500acb455991a8b149104c9073bf7a1ed6','','');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}','','','1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7','','');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a21343-7354-7fa9-8dd0-2b88dd5918e3","amount":6000,"currency":"GBP"}','','1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7','b0379f8e6643f3b4c9d8c30b22e5e4c2f2994233e91c35eaa73eac3265a88ace','','');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',3,'charge_declined','system:system','',1772452800000000,'{"attempt_id":"01a21343-7354-7fa9-8dd0-2b88dd5918e3","amount":6000,"currency":"GBP","reason":"insufficient_funds"}','','b0379f8e6643f3b4c9d8c30b22e5e4c2f2994233e91c35eaa73eac3265a88ace','b2f68ce14bc5b02caaeafe4baf3e326f72b7b2d49db64f9894cc140c26714eff','','');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}','','','fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b','','');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a21343-73dc-71cb-8bf7-53e5756352e0","amount":6000,"currency":"GBP"}','','fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b','9c3792b473b577f6472b930350f850e026de29474c56e8f5323f37a1af6dbc6d','','');
INSERT INTO "practice_core_journal" VALUES('p','client','told',1,'registered','staff:desk','',1772452800000000,'{}','','','1ad49b2180aa7f509ea116911d95b665f95c76d2a91ef889175055eb56cfef6f','','');
INSERT INTO "practice_core_journal" VALUES('p','client','seen',1,'registered','staff:desk','',1772452800000000,'{}','','','c35958a9487907c3599600169e6b8696bef528584a7f33825e6ba3cda345dd3a','','');
INSERT INTO "practice_core_journal" VALUES('p','client','waits',1,'registered','staff:desk','',1772452800000000,'{}','','','8d8bce98c68a8d84afa792238bd95d734d110318e9cb216cbf401c7f79594f2b','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of told',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"told","payer_id":"d"}','','','8b4a3437c80bdfa1330494fad066b3f67c62cb0152aa4d260ef2dd3555da8adb','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of seen',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"seen","payer_id":"d"}','','','0627a38e31d795f872769f9c397ed89ed00ba62669c6514d594da2ba9e2c0c9e','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of seen',2,'reviewed','staff:desk','',1772452800000000,'{}','','0627a38e31d795f872769f9c397ed89ed00ba62669c6514d594da2ba9e2c0c9e','02f6979296e5d8eb9e32a06a7a87886bccadb324b52704c0ab212f7350560afb','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of told',2,'birthday_told','system:system','',1772452800000000,'{"therapist_id":"t"}','','8b4a3437c80bdfa1330494fad066b3f67c62cb0152aa4d260ef2dd3555da8adb','dda2ac522d34bee26f543522f508e462608bedbeaa043b947a6d12c3c63b49ef','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of waits',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"waits","payer_id":"d"}','','','47921190b13da256955089bf8ca5c10f6083809c9de4ff79181035ade0869595','','');
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
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6b18-7422-a1b4-9b38e0cd2883','session_booked','client:c','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6b19-75eb-a0be-b16d9347f784','session_booked','client:d','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6b1a-7438-8a09-f693484db266','session_booked','therapist:t','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6b46-7a92-a4b7-0fac5389ca35','session_booked','client:c','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6b47-747d-9e08-4b71685d709d','session_booked','client:d','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6b48-780a-831b-118bd9f4f6e7','session_booked','therapist:t','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6c65-7866-81c2-4af470dee5d0','migration_requested','client:c','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6c66-7206-bbdb-21266f61f64e','migration_requested','therapist:t','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6d27-7536-9c9d-6380b379c1d5','request_declined','client:zoe','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6d69-76f8-ac97-65ddf0dfe07f','migration_requested','client:zoe','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6d6a-73d1-bfd8-c4abb9e51355','migration_requested','therapist:t','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6e89-77cf-83ca-8d7bbc6513c4','yours_to_pay','client:c','relationship:r','{"successor_id":"r2"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6e8a-7369-a62d-b0977bf363a9','no_longer_yours_to_pay','client:d','relationship:r','{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6f11-71d8-9a55-58cef63192f1','session_rebooked','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6f12-7fe8-ae40-fa290d407411','session_rebooked','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6fc0-7138-a7aa-4d18ad208c43','session_cancelled','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6fc1-73f6-ba37-08956e475587','session_cancelled','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6ff6-730c-8e07-b83d494d41e3','session_booked','client:c','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-6ff7-7e73-9341-afbf4f988676','session_booked','therapist:t','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-7008-7984-86fb-914beb03e569','session_booked','client:c','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-7009-70b6-ace0-ba0d0e35a42b','session_booked','therapist:t','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-7157-7b06-994b-e8ee99d5364b','charge_paid','client:c','session:paid','{"attempt_id":"01a21343-70b4-709b-a4ef-e8bcd55c0b81","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-719e-777b-a29c-ba90ba501f53','session_booked','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-719f-7076-bd9c-87fb9a67ad51','session_booked','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-71e8-71f4-bed7-4096d7e83e25','charge_paid','client:c','session:given back','{"attempt_id":"01a21343-71c0-7206-8a5f-14f5fa3d7bde","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-7223-7ef1-a0d4-67f3a1f7a58a','session_cancelled','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-7224-75b3-8e01-01ba313f62b4','session_cancelled','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-731d-7b41-a975-a06595a04106','refund_made','client:c','session:given back','{"attempt_id":"01a21343-72cc-7ebb-a37a-ea6429f8e0ba","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-7337-78cc-91e0-0b1b8738b759','session_booked','client:c','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-7338-7401-8bb6-4cba5b392196','session_booked','therapist:t','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-7397-7cb7-8f2d-c35aa398dcae','charge_declined','client:c','session:declined','{"attempt_id":"01a21343-7354-7fa9-8dd0-2b88dd5918e3","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-7398-76a3-bee0-b490cb119d3d','charge_declined','therapist:t','session:declined','{"attempt_id":"01a21343-7354-7fa9-8dd0-2b88dd5918e3","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-73ba-7e73-a1ac-e0e60e77d744','session_booked','client:c','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-73bb-7472-983a-2311e19741b3','session_booked','therapist:t','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a21343-7571-76ae-924f-c466f5a032a3','birthday_near','therapist:t','relationship:of told','{}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
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
INSERT INTO "practice_core_practices" VALUES('p','Willow','Europe/London','GBP','{"minimum_payer_age":16,"required_details":["given_name","family_name","email","phone","date_of_birth"],"free_cancellation_hours":48,"charge_lead_hours":48,"unpaid_cancel_hours":1,"retry_hours":[24,12],"request_valid_days":30,"review_notice_days":60,"notice_valid_days":3,"acceptance_required":false,"card_required_first":false}',1,1,'420bc36eac9621f98222fb84d645dff7722525596357e29d23ba65d326cf59a1','en-GB');
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
INSERT INTO "practice_core_relationships" VALUES('p','r','t','c','d','ended',1772452800000000,6000,'GBP',1772452800000000,'migrated','staff:desk',NULL,'r2',0,5,2,'01c289a707a4334af327cd0618a286af8f5ce47c7a3ff9889caa88264b833e3e',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','z','t','c','zoe','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,4,4,'cdfc8b12c89098e373493b1010a48acda7d8e981540c64b93fddc133ee01ee57',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','r2','t','c','c','active',1772452800000000,6000,'GBP',NULL,NULL,NULL,'r',NULL,0,7,1,'1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of told','t','told','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,2,2,'dda2ac522d34bee26f543522f508e462608bedbeaa043b947a6d12c3c63b49ef','2010-04-01',16,1772452800000000,NULL,'told');
INSERT INTO "practice_core_relationships" VALUES('p','of seen','t','seen','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,2,2,'02f6979296e5d8eb9e32a06a7a87886bccadb324b52704c0ab212f7350560afb','2010-04-02',16,NULL,1772452800000000,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of waits','t','waits','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1,1,'47921190b13da256955089bf8ca5c10f6083809c9de4ff79181035ade0869595','2010-04-03',16,NULL,NULL,'waiting');
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
INSERT INTO "practice_core_requests" VALUES('p','01a21343-6e88-7ec6-ad74-548b9c89432d','r','c',1772452800000000,'staff:desk','',1775044800000000,'confirmed',NULL,1772452800000000,'',1);
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
INSERT INTO "practice_core_sessions" VALUES('p','s3','r','t','c','d',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing',NULL,'s3-again',1772452800000000,0,'',2,2,'60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','s4','r','t','c','d',1772798400000000,1772801400000000,6000,'GBP',1772452800000000,1772625600000000,'scheduled','open',NULL,NULL,NULL,0,'',1,1,'037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c','charge',1772625600000000,0);
INSERT INTO "practice_core_sessions" VALUES('p','s3-again','r2','t','c','c',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing','s3',NULL,1772452800000000,0,'ill',2,2,'80973ee38e246e3ef312e418c543def1e088562a48de9758bf7ebed69d67ef31',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','s5','r2','t','c','c',1772884800000001,1772887800000001,6000,'GBP',1772452800000000,1772712000000001,'scheduled','open',NULL,NULL,NULL,0,'',1,1,'d337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446','charge',1772712000000001,0);
INSERT INTO "practice_core_sessions" VALUES('p','paid','r2','t','c','c',1772470800000000,1772473800000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','paid',NULL,NULL,NULL,0,'',3,3,'5d2173552313e58885ccc48b7020adbd5d2d7f859e66042c91ce4ba946802b35',NULL,NULL,0);
INSERT INTO "practice_core_sessions" VALUES('p','given back','r2','t','c','c',1772474400000000,1772477400000000,6000,'GBP',1772452800000000,1772452800000000,'cancelled','refunded',NULL,NULL,1772452800000000,0,'a burst pipe',6,6,'c2803d9f8ff04c7a60b224e55b2659500acb455991a8b149104c9073bf7a1ed6',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','declined','r2','t','c','c',1772478000000000,1772481000000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','declined',NULL,NULL,NULL,0,'',3,3,'b2f68ce14bc5b02caaeafe4baf3e326f72b7b2d49db64f9894cc140c26714eff','cancel',1772474400000000,0);
INSERT INTO "practice_core_sessions" VALUES('p','unknown','r2','t','c','c',1772481600000000,1772484600000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','pending',NULL,NULL,NULL,0,'',2,2,'9c3792b473b577f6472b930350f850e026de29474c56e8f5323f37a1af6dbc6d','settle',1772453100000000,0);
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
INSERT INTO "practice_core_therapists" VALUES('p','t','Mara Ilić',NULL,9,1,'c3faed71e15e669a07246afc017b90ecebe04af6aef499d6744324da3d727aae');
CREATE TABLE practice_core_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT practice_core_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "practice_core_version" VALUES('0006');
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
