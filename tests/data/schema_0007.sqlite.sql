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
INSERT INTO "practice_core_attempts" VALUES('p','01a223fe-2326-7155-b364-22dceb2fd213','charge','paid','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a223fe-2326-7155-b364-22dceb2fd213',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a223fe-233f-7375-95c8-3d613064e41e','charge','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a223fe-233f-7375-95c8-3d613064e41e',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a223fe-234b-737a-933a-7be942dc682b','refund','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02',NULL,'memory-c','01a223fe-233f-7375-95c8-3d613064e41e','payment-p/01a223fe-233f-7375-95c8-3d613064e41e',1772452800000000,'paid','payment-p/01a223fe-234b-737a-933a-7be942dc682b',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a223fe-2357-755d-adf3-2ef7271beaef','charge','declined','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'declined',NULL,'insufficient_funds',1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a223fe-2363-7736-a040-93dd3129af93','charge','unknown','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'pending',NULL,NULL,NULL,0,1);
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
	journal_digest VARCHAR(64) NOT NULL, erased_at BIGINT, forget_due_at BIGINT, 
	CONSTRAINT pk_practice_core_clients PRIMARY KEY (practice_id, id), 
	CONSTRAINT fk_practice_core_clients_practice_id FOREIGN KEY(practice_id) REFERENCES practice_core_practices (id)
);
INSERT INTO "practice_core_clients" VALUES('p','c','Ines','Vale','c@mail.example','+44 20 7946 0000','2001-07-11','en-GB','pm_c','visa','4242',3,2029,'memory-c','staff:desk',5,2,'579de337172151567cd1da54c797f85d9c127e895515df530f8beae2bd485390',NULL,NULL);
INSERT INTO "practice_core_clients" VALUES('p','d','Ines','Vale','d@mail.example','+44 20 7946 0000','2001-07-11','en-GB','pm_d','visa','4242',3,2029,'memory-d','staff:desk',7,2,'989cd6e4a740171df59a144257b26d065aca9ff3d18854522747ea92f0be3938',NULL,NULL);
INSERT INTO "practice_core_clients" VALUES('p','zoe','Zoë','O''Brien; --',NULL,NULL,NULL,'en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',4,1,'aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6',NULL,NULL);
INSERT INTO "practice_core_clients" VALUES('p','told','Kit','Vale',NULL,NULL,'2010-04-01','en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',2,1,'1ad49b2180aa7f509ea116911d95b665f95c76d2a91ef889175055eb56cfef6f',NULL,NULL);
INSERT INTO "practice_core_clients" VALUES('p','seen','Kit','Vale',NULL,NULL,'2010-04-02','en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',2,1,'c35958a9487907c3599600169e6b8696bef528584a7f33825e6ba3cda345dd3a',NULL,NULL);
INSERT INTO "practice_core_clients" VALUES('p','waits','Kit','Vale',NULL,NULL,'2010-04-03','en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',2,1,'8d8bce98c68a8d84afa792238bd95d734d110318e9cb216cbf401c7f79594f2b',NULL,NULL);
INSERT INTO "practice_core_clients" VALUES('p','gone','','',NULL,NULL,NULL,'en-GB',NULL,NULL,NULL,NULL,NULL,NULL,'staff:desk',3,2,'83493ca41c2da054b85ca6192a0d145ebc3fd866c1081f4d262be3c06a4b9091',1772452800000000,1772452800000000);
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
INSERT INTO "practice_core_journal" VALUES('p','client','c',2,'card_added','staff:desk','',1772452800000000,'{}','visa 4242','4b0405f4381709c640bfc30ebbd17152964341ac82275d48d5810bc45c10fd12','579de337172151567cd1da54c797f85d9c127e895515df530f8beae2bd485390','6e86c087e70020bd80d55b7a2f5f6d66','fa743a6eb509f6e20ba07b8fba3eca46852ad5efbb47148b5d54a789084397c1');
INSERT INTO "practice_core_journal" VALUES('p','client','d',1,'registered','staff:desk','',1772452800000000,'{}','','','41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04','','');
INSERT INTO "practice_core_journal" VALUES('p','client','d',2,'card_added','staff:desk','',1772452800000000,'{}','visa 4242','41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04','989cd6e4a740171df59a144257b26d065aca9ff3d18854522747ea92f0be3938','d81ba782f12ce3a6f8b829f39b70c2c4','9c2b772348a94c78b13aaf1e5f2fc67b2d2859fb66b43243f906a5c82f644407');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',1,'opened','staff:desk','',1772452800000000,'{"fee":6000,"currency":"GBP","therapist_id":"t","attendee_id":"c","payer_id":"d"}','','','bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP"}','','','35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s4',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r","starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","price":6000,"currency":"GBP"}','','','037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c','','');
INSERT INTO "practice_core_journal" VALUES('p','client','zoe',1,'registered','staff:desk','',1772452800000000,'{}','','','aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"c","payer_id":"zoe"}','','','997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',2,'migration_requested','staff:desk','zoe',1772452800000000,'{"request_id":"q1"}','by post','997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe','f14807ca84f626f98b5a7718363a7f0fbfa601cd4d197abe837e7f1fcfea7c6d','5a235a50c06eee90752f05338dacc664','9c42d76f365696e8b3f88a1bb641ac0105743ee3cb5d5cefa2be98ed09aaf8b4');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',3,'request_declined','staff:desk','',1772452800000000,'{"request_id":"q1"}','Not yet,
''please''','f14807ca84f626f98b5a7718363a7f0fbfa601cd4d197abe837e7f1fcfea7c6d','2f84b4bdcbd05269d63337a233cc34013ee68fd11e9bde124ad71cde8d7b1ff7','e16018f840939589d59b360a35f72899','52aa04c57d7ba9e64c9ca6e6fbb3fd362e53dc9f1977ba9264193bd1b02b9f83');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',4,'migration_requested','staff:desk','c',1772452800000000,'{"request_id":"q2"}','','2f84b4bdcbd05269d63337a233cc34013ee68fd11e9bde124ad71cde8d7b1ff7','c219e0f3e87302fa2716535792523417684b08b2422b97e832be5f6873093b2b','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',2,'migrated','staff:desk','c',1772452800000000,'{"successor_id":"r2","request_id":"01a223fe-22ec-739b-874a-c4f46b79df38","sessions_to_rebook":["s3","s4"]}','','bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989','955847ccec39b8afbaad5eaccce1ffd46535bfb120cf497f0a0e418cf393c58b','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r2',1,'opened_by_migration','staff:desk','c',1772452800000000,'{"predecessor_id":"r","awaits_agreement":false}','','','1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',2,'rebooked','staff:desk','',1772452800000000,'{"rebooked_as":"s3-again"}','','35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3','60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}','','','5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',2,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','ill','5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3','52f0819fb36badf58edb3fc557392175cdaea79a27d57bf3895b314fc01f9b19','af5d78cd27d468809e97dd93c565ba54','313be794d8c9f0fc4b70cc9d87d481c3ae90302d0aa6f4d84907c34ea59b6505');
INSERT INTO "practice_core_journal" VALUES('p','session','s5',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}','','','d337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446','','');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}','','','7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd','','');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a223fe-2326-7155-b364-22dceb2fd213","amount":6000,"currency":"GBP"}','','7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd','f4aa80027e7f5f1f02a5ad55248ab4cc35333a66f73ecd57f73eab4e13c703e8','','');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a223fe-2326-7155-b364-22dceb2fd213","amount":6000,"currency":"GBP"}','','f4aa80027e7f5f1f02a5ad55248ab4cc35333a66f73ecd57f73eab4e13c703e8','dd1eb6a218fc57b6c5707769a878d5277847fae781261772b73dcad9876e5eca','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}','','','0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a223fe-233f-7375-95c8-3d613064e41e","amount":6000,"currency":"GBP"}','','0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb','fdc5855a4140d1335d423baad5164cab2e19ec03fda57a4a2ad76f1bc68592f8','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a223fe-233f-7375-95c8-3d613064e41e","amount":6000,"currency":"GBP"}','','fdc5855a4140d1335d423baad5164cab2e19ec03fda57a4a2ad76f1bc68592f8','6eccf9ad99624b77d4643f063e46ed58db5ec6fb81671c3b6c5c2f838efb3203','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',4,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','a burst pipe','6eccf9ad99624b77d4643f063e46ed58db5ec6fb81671c3b6c5c2f838efb3203','24d1db7d4bdbad2fadfb4fae4771ad1fc1555ce20b329c364d2fe1de0ac687e8','8037fff1bf97d0f5702cacae297041dc','f36f959847d6390ea514b20de236471017ddd241fc3c9afb1eac31766df36539');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',5,'refund_attempted','system:system','',1772452800000000,'{"attempt_id":"01a223fe-234b-737a-933a-7be942dc682b","amount":6000,"currency":"GBP","charge_id":"01a223fe-233f-7375-95c8-3d613064e41e"}','','24d1db7d4bdbad2fadfb4fae4771ad1fc1555ce20b329c364d2fe1de0ac687e8','3034f006d4575460603e275678f3e6b362d9f349bf85b2910f3afba407677aca','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',6,'refunded','system:system','',1772452800000000,'{"attempt_id":"01a223fe-234b-737a-933a-7be942dc682b","amount":6000,"currency":"GBP","charge_id":"01a223fe-233f-7375-95c8-3d613064e41e"}','','3034f006d4575460603e275678f3e6b362d9f349bf85b2910f3afba407677aca','19112263c05718f067a2dc06f679b1019ab37767da338c8c54af53ca7f290928','','');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}','','','1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7','','');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a223fe-2357-755d-adf3-2ef7271beaef","amount":6000,"currency":"GBP"}','','1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7','abc8a6b1650098f55b2b36b01c09ff5a121c5a1a9bcaba9d23531fbe4d43c541','','');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',3,'charge_declined','system:system','',1772452800000000,'{"attempt_id":"01a223fe-2357-755d-adf3-2ef7271beaef","amount":6000,"currency":"GBP","reason":"insufficient_funds"}','','abc8a6b1650098f55b2b36b01c09ff5a121c5a1a9bcaba9d23531fbe4d43c541','34050de262dfc15577fd13b2c5085eddf7cfe2377ae5b40f3114625737c35409','','');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}','','','fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b','','');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a223fe-2363-7736-a040-93dd3129af93","amount":6000,"currency":"GBP"}','','fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b','7feecf53eb75fe35facc7ad47b4e1063d765e9c8305ffee36c4aaf7291f3e3a6','','');
INSERT INTO "practice_core_journal" VALUES('p','client','told',1,'registered','staff:desk','',1772452800000000,'{}','','','1ad49b2180aa7f509ea116911d95b665f95c76d2a91ef889175055eb56cfef6f','','');
INSERT INTO "practice_core_journal" VALUES('p','client','seen',1,'registered','staff:desk','',1772452800000000,'{}','','','c35958a9487907c3599600169e6b8696bef528584a7f33825e6ba3cda345dd3a','','');
INSERT INTO "practice_core_journal" VALUES('p','client','waits',1,'registered','staff:desk','',1772452800000000,'{}','','','8d8bce98c68a8d84afa792238bd95d734d110318e9cb216cbf401c7f79594f2b','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of told',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"told","payer_id":"d"}','','','8b4a3437c80bdfa1330494fad066b3f67c62cb0152aa4d260ef2dd3555da8adb','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of seen',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"seen","payer_id":"d"}','','','0627a38e31d795f872769f9c397ed89ed00ba62669c6514d594da2ba9e2c0c9e','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of seen',2,'reviewed','staff:desk','',1772452800000000,'{}','','0627a38e31d795f872769f9c397ed89ed00ba62669c6514d594da2ba9e2c0c9e','02f6979296e5d8eb9e32a06a7a87886bccadb324b52704c0ab212f7350560afb','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of told',2,'birthday_told','system:system','',1772452800000000,'{"therapist_id":"t"}','','8b4a3437c80bdfa1330494fad066b3f67c62cb0152aa4d260ef2dd3555da8adb','dda2ac522d34bee26f543522f508e462608bedbeaa043b947a6d12c3c63b49ef','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of waits',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"waits","payer_id":"d"}','','','47921190b13da256955089bf8ca5c10f6083809c9de4ff79181035ade0869595','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','own',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"zoe","payer_id":"zoe"}','','','ca15235152d9a3d9dcfa71d2ac7822fe2b8939b53a331a4c0968757bbac9d464','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','own',2,'handing_over_requested','staff:desk','zoe',1772452800000000,'{"new_payer_id":"d","request_id":"q3"}','','ca15235152d9a3d9dcfa71d2ac7822fe2b8939b53a331a4c0968757bbac9d464','df99481f9c2e5a12a3724db397f2544ab36d72f463b0f67b88c11a45de230274','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','own',3,'request_accepted','staff:desk','d',1772452800000000,'{"request_id":"q3"}','','df99481f9c2e5a12a3724db397f2544ab36d72f463b0f67b88c11a45de230274','1c24801b72314c137ad0f0e15163b7bd372f2215f423b8af4c4f5e49a6bae8d4','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','own',4,'transferred','staff:desk','zoe',1772452800000000,'{"successor_id":"then","request_id":"q3","sessions_to_rebook":[]}','','1c24801b72314c137ad0f0e15163b7bd372f2215f423b8af4c4f5e49a6bae8d4','f853867794f5bfbb9eaf4ec7afe82036dde7abbfc323ec2cbe65feb393bd8cf0','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','then',1,'opened_by_transfer','staff:desk','zoe',1772452800000000,'{"payer_id":"d","predecessor_id":"own","awaits_agreement":false}','','','e50261676b5d53a5af8ef6e35146c8409014112296d024f0e5af66716d8f3ffb','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','then',2,'handing_over_requested','staff:desk','zoe',1772452800000000,'{"new_payer_id":"c","request_id":"q4"}','','e50261676b5d53a5af8ef6e35146c8409014112296d024f0e5af66716d8f3ffb','281f37cf6d1ce14f76aeeccff131f2a0a0811131a6d0ce887f9241c237222e2c','','');
INSERT INTO "practice_core_journal" VALUES('p','client','gone',1,'registered','staff:desk','',1772452800000000,'{}','','','a5f39cd2269ae6327f23da66d5e573dcac53422bf825b80ec87c8a93f3d2e9a7','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of gone',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"gone","payer_id":"gone"}','','','f13bb1f3771fe8c48221420ca91b6573eef3df18a84fe8576068c4647cb3a1ed','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of gone',2,'ended','staff:desk','',1772452800000000,'{}','','f13bb1f3771fe8c48221420ca91b6573eef3df18a84fe8576068c4647cb3a1ed','6ea1d830655f5f0016792cf478a6dcb5849201d296ed2e07cc6848766759e13c','','fbb15ba0ab2caac4e249c8b1f068d484906809f0f45657b9652eab7bfbdf54a3');
INSERT INTO "practice_core_journal" VALUES('p','client','gone',2,'erased','staff:desk','',1772452800000000,'{}','','a5f39cd2269ae6327f23da66d5e573dcac53422bf825b80ec87c8a93f3d2e9a7','83493ca41c2da054b85ca6192a0d145ebc3fd866c1081f4d262be3c06a4b9091','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of gone',3,'party_erased','staff:desk','',1772452800000000,'{"client_id":"gone"}','','6ea1d830655f5f0016792cf478a6dcb5849201d296ed2e07cc6848766759e13c','96a366de1a7d9f31b22936d250d6a4b2e5ccc1d2a888eebc4e7c8061f11082bc','','');
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
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-227d-70e2-917c-80130f934607','session_booked','client:c','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-227d-70e2-917c-8014daac6912','session_booked','client:d','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-227d-70e2-917c-8015fd655e7b','session_booked','therapist:t','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-228b-7298-aebb-d9dd9b7fcfcf','session_booked','client:c','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-228b-7298-aebb-d9de90101b79','session_booked','client:d','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-228b-7298-aebb-d9df6aabfd62','session_booked','therapist:t','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-22a8-73b5-94d3-01cff86b330b','migration_requested','client:c','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-22a8-73b5-94d3-01d032ce675b','migration_requested','therapist:t','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-22c5-75ae-ac26-37906a200aa8','request_declined','client:zoe','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-22cb-71d3-b2d2-516df205743d','migration_requested','client:zoe','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-22cb-71d3-b2d2-516e931e4b6e','migration_requested','therapist:t','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-22ec-739b-874a-c4f5ec83725e','yours_to_pay','client:c','relationship:r','{"successor_id":"r2"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-22ec-739b-874a-c4f6d18ac42f','no_longer_yours_to_pay','client:d','relationship:r','{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-22f9-7269-8eb7-f61bafc0e8db','session_rebooked','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-22f9-7269-8eb7-f61c2e621b39','session_rebooked','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-230d-765f-bc2f-7d68e8e86973','session_cancelled','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-230d-765f-bc2f-7d691064c4bb','session_cancelled','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2317-763b-8d55-df35762c4391','session_booked','client:c','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2317-763b-8d55-df3686994733','session_booked','therapist:t','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-231e-7226-94c1-f826f0817dd2','session_booked','client:c','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-231e-7226-94c1-f82796ee4da1','session_booked','therapist:t','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2330-7516-b31a-8fe93f83e020','charge_paid','client:c','session:paid','{"attempt_id":"01a223fe-2326-7155-b364-22dceb2fd213","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-233b-77df-84ae-56b119248c2b','session_booked','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-233b-77df-84ae-56b239186ee1','session_booked','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2343-7624-a228-239698162e7d','charge_paid','client:c','session:given back','{"attempt_id":"01a223fe-233f-7375-95c8-3d613064e41e","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2344-72f8-939b-31079d4e026d','session_cancelled','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2344-72f8-939b-3108d16fb225','session_cancelled','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2353-7550-8042-8acea1b07f16','refund_made','client:c','session:given back','{"attempt_id":"01a223fe-234b-737a-933a-7be942dc682b","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2355-714c-a0a8-51ac29272767','session_booked','client:c','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2355-714c-a0a8-51ad9c9e51f5','session_booked','therapist:t','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2358-740d-b8db-1f32e3ad672b','charge_declined','client:c','session:declined','{"attempt_id":"01a223fe-2357-755d-adf3-2ef7271beaef","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2358-740d-b8db-1f33ee7804fa','charge_declined','therapist:t','session:declined','{"attempt_id":"01a223fe-2357-755d-adf3-2ef7271beaef","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-235f-72bc-95fc-6b89b2212e43','session_booked','client:c','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-235f-72bc-95fc-6b8a1b6e291b','session_booked','therapist:t','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-23b4-7099-b5bb-922e48873b11','birthday_near','therapist:t','relationship:of told','{}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-23d9-7111-a795-02c78c5ff109','asked_to_pay','client:d','relationship:own','{"request_id":"q3","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-23d9-7111-a795-02c83ad0b94f','handing_over_requested','therapist:t','relationship:own','{"request_id":"q3","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2400-770c-8a0f-5b282a0b4a2b','yours_to_pay','client:d','relationship:own','{"successor_id":"then"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-2400-770c-8a0f-5b29f15543c5','no_longer_yours_to_pay','client:zoe','relationship:own','{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":[],"passed_to":"d"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-240b-735e-8de4-870e0f15347a','asked_to_pay','client:c','relationship:then','{"request_id":"q4","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-240b-735e-8de4-870f13c2955f','handing_over_requested','client:d','relationship:then','{"request_id":"q4","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a223fe-240b-735e-8de4-8710298fba00','handing_over_requested','therapist:t','relationship:then','{"request_id":"q4","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
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
INSERT INTO "practice_core_relationships" VALUES('p','r','t','c','d','ended',1772452800000000,6000,'GBP',1772452800000000,'migrated','staff:desk',NULL,'r2',0,5,2,'955847ccec39b8afbaad5eaccce1ffd46535bfb120cf497f0a0e418cf393c58b',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','z','t','c','zoe','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,4,4,'c219e0f3e87302fa2716535792523417684b08b2422b97e832be5f6873093b2b',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','r2','t','c','c','active',1772452800000000,6000,'GBP',NULL,NULL,NULL,'r',NULL,0,7,1,'1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of told','t','told','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,2,2,'dda2ac522d34bee26f543522f508e462608bedbeaa043b947a6d12c3c63b49ef','2010-04-01',16,1772452800000000,NULL,'told');
INSERT INTO "practice_core_relationships" VALUES('p','of seen','t','seen','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,2,2,'02f6979296e5d8eb9e32a06a7a87886bccadb324b52704c0ab212f7350560afb','2010-04-02',16,NULL,1772452800000000,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of waits','t','waits','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1,1,'47921190b13da256955089bf8ca5c10f6083809c9de4ff79181035ade0869595','2010-04-03',16,NULL,NULL,'waiting');
INSERT INTO "practice_core_relationships" VALUES('p','own','t','zoe','zoe','ended',1772452800000000,NULL,NULL,1772452800000000,'transferred','staff:desk',NULL,'then',0,4,4,'f853867794f5bfbb9eaf4ec7afe82036dde7abbfc323ec2cbe65feb393bd8cf0',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','then','t','zoe','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,'own',NULL,0,2,2,'281f37cf6d1ce14f76aeeccff131f2a0a0811131a6d0ce887f9241c237222e2c',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of gone','t','gone','gone','ended',1772452800000000,NULL,NULL,1772452800000000,'erased','staff:desk',NULL,NULL,0,3,3,'96a366de1a7d9f31b22936d250d6a4b2e5ccc1d2a888eebc4e7c8061f11082bc',NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "practice_core_requests" VALUES('p','01a223fe-22ec-739b-874a-c4f46b79df38','r','c',1772452800000000,'staff:desk','',1775044800000000,'confirmed',NULL,1772452800000000,'',1,'c','');
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
INSERT INTO "practice_core_sessions" VALUES('p','s3','r','t','c','d',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing',NULL,'s3-again',1772452800000000,0,'',2,2,'60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','s4','r','t','c','d',1772798400000000,1772801400000000,6000,'GBP',1772452800000000,1772625600000000,'scheduled','open',NULL,NULL,NULL,0,'',1,1,'037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c','charge',1772625600000000,0);
INSERT INTO "practice_core_sessions" VALUES('p','s3-again','r2','t','c','c',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing','s3',NULL,1772452800000000,0,'ill',2,2,'52f0819fb36badf58edb3fc557392175cdaea79a27d57bf3895b314fc01f9b19',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','s5','r2','t','c','c',1772884800000001,1772887800000001,6000,'GBP',1772452800000000,1772712000000001,'scheduled','open',NULL,NULL,NULL,0,'',1,1,'d337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446','charge',1772712000000001,0);
INSERT INTO "practice_core_sessions" VALUES('p','paid','r2','t','c','c',1772470800000000,1772473800000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','paid',NULL,NULL,NULL,0,'',3,3,'dd1eb6a218fc57b6c5707769a878d5277847fae781261772b73dcad9876e5eca',NULL,NULL,0);
INSERT INTO "practice_core_sessions" VALUES('p','given back','r2','t','c','c',1772474400000000,1772477400000000,6000,'GBP',1772452800000000,1772452800000000,'cancelled','refunded',NULL,NULL,1772452800000000,0,'a burst pipe',6,6,'19112263c05718f067a2dc06f679b1019ab37767da338c8c54af53ca7f290928',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','declined','r2','t','c','c',1772478000000000,1772481000000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','declined',NULL,NULL,NULL,0,'',3,3,'34050de262dfc15577fd13b2c5085eddf7cfe2377ae5b40f3114625737c35409','cancel',1772474400000000,0);
INSERT INTO "practice_core_sessions" VALUES('p','unknown','r2','t','c','c',1772481600000000,1772484600000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','pending',NULL,NULL,NULL,0,'',2,2,'7feecf53eb75fe35facc7ad47b4e1063d765e9c8305ffee36c4aaf7291f3e3a6','settle',1772453100000000,0);
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
INSERT INTO "practice_core_version" VALUES('0007');
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
CREATE INDEX ix_practice_core_relationships_birthdays ON practice_core_relationships (practice_id, review, under_age_by, attendee_born_on) WHERE review IS NOT NULL;
CREATE INDEX ix_practice_core_clients_forgetting ON practice_core_clients (practice_id, forget_due_at) WHERE forget_due_at IS NOT NULL;
CREATE INDEX ix_practice_core_requests_relationship ON practice_core_requests (practice_id, relationship_id);
CREATE INDEX ix_practice_core_requests_new_payer ON practice_core_requests (practice_id, new_payer_id);
CREATE INDEX ix_practice_core_notices_addressee ON practice_core_notices (practice_id, addressee);
CREATE INDEX ix_practice_core_notices_undelivered ON practice_core_notices (practice_id, created_at) WHERE state IN ('failed', 'unreachable');
COMMIT;
