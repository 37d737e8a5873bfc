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
INSERT INTO "practice_core_attempts" VALUES('p','01a2243c-783e-74ae-b357-d48d32ef8a6b','charge','paid','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a2243c-783e-74ae-b357-d48d32ef8a6b',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2243c-7860-74dd-b3ae-3f1b9a18bade','charge','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'paid','payment-p/01a2243c-7860-74dd-b3ae-3f1b9a18bade',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2243c-7870-7662-981c-e41cc8365850','refund','given back','r2','t','c',6000,'GBP','Willow, 2026-03-02',NULL,'memory-c','01a2243c-7860-74dd-b3ae-3f1b9a18bade','payment-p/01a2243c-7860-74dd-b3ae-3f1b9a18bade',1772452800000000,'paid','payment-p/01a2243c-7870-7662-981c-e41cc8365850',NULL,1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2243c-7878-747c-9199-380c78e60446','charge','declined','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'declined',NULL,'insufficient_funds',1772452800000000,0,2);
INSERT INTO "practice_core_attempts" VALUES('p','01a2243c-7884-7766-90c8-23b49ac37d11','charge','unknown','r2','t','c',6000,'GBP','Willow, 2026-03-02','pm_c','memory-c',NULL,NULL,1772452800000000,'pending',NULL,NULL,NULL,0,1);
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
INSERT INTO "practice_core_clients" VALUES('p','c','Ines','Vale','c@mail.example','+44 20 7946 0000','2001-07-11','en-GB','pm_c','visa','4242',3,2029,'memory-c','staff:desk',5,2,'53eb7e518e9def7c2bf07ae4cd49178029eb1d4b04c19269d7d2b91cd6586dda',NULL,NULL);
INSERT INTO "practice_core_clients" VALUES('p','d','Ines','Vale','d@mail.example','+44 20 7946 0000','2001-07-11','en-GB','pm_d','visa','4242',3,2029,'memory-d','staff:desk',7,2,'5c55dd3b4431e33051afdec6296bca9a8c2095d38543fe23e448fbafcbf3f278',NULL,NULL);
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
INSERT INTO "practice_core_journal" VALUES('p','client','c',2,'card_added','staff:desk','',1772452800000000,'{}','visa 4242','4b0405f4381709c640bfc30ebbd17152964341ac82275d48d5810bc45c10fd12','53eb7e518e9def7c2bf07ae4cd49178029eb1d4b04c19269d7d2b91cd6586dda','a641c8516e60c9d8353edeeac467a90f','d955d684cd4d9ffb599ff8ffa5643c0dc8846b3a4cc175ae079c611a983e0410');
INSERT INTO "practice_core_journal" VALUES('p','client','d',1,'registered','staff:desk','',1772452800000000,'{}','','','41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04','','');
INSERT INTO "practice_core_journal" VALUES('p','client','d',2,'card_added','staff:desk','',1772452800000000,'{}','visa 4242','41dfcae0cddc7c653031ce987a7d21fc45d8504098897048b5e5abe890db3b04','5c55dd3b4431e33051afdec6296bca9a8c2095d38543fe23e448fbafcbf3f278','5e2cbc35286f7deaa1754f06d4823003','63dae2bec19596bf9840cc11875317d3ae764ac831753981db9708c3b257c4e2');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',1,'opened','staff:desk','',1772452800000000,'{"fee":6000,"currency":"GBP","therapist_id":"t","attendee_id":"c","payer_id":"d"}','','','bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP"}','','','35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s4',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r","starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","price":6000,"currency":"GBP"}','','','037ebd8278295e319a8b4a1f2a3f3785226d82cd7644ca85bd94480879e5921c','','');
INSERT INTO "practice_core_journal" VALUES('p','client','zoe',1,'registered','staff:desk','',1772452800000000,'{}','','','aadd79137c9a461a612e6516188eaa440ad8c96bbe2ea2748f53de7601a71db6','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',1,'opened','staff:desk','',1772452800000000,'{"fee":null,"therapist_id":"t","attendee_id":"c","payer_id":"zoe"}','','','997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',2,'migration_requested','staff:desk','zoe',1772452800000000,'{"request_id":"q1"}','by post','997fe5f4bbc1e3945c128d5ee6c2da8ff64dc623b2511c8741e9229300a92ebe','372f1f2f17acd5e1dc035b73bc3d038cc7826c787dc0164e9dae0e0447c6dbed','8b8ee01e0251ce9e81c05a1dedb0d39e','202f670e7b9631a52f8dc1015c1fe3b646a9a6fcc4cf6adce5954cbe3040e4f6');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',3,'request_declined','staff:desk','',1772452800000000,'{"request_id":"q1"}','Not yet,
''please''','372f1f2f17acd5e1dc035b73bc3d038cc7826c787dc0164e9dae0e0447c6dbed','59e63303150a67780c5f17c66c159395dbfa964e19e06da39d0fc918170cfc94','5818fdfa44e74747226ca54b59df25c7','0ddf646105d5169c45bee8aaed027f17fb9a8d7ecb8fd09234e0cf441e99a8a2');
INSERT INTO "practice_core_journal" VALUES('p','relationship','z',4,'migration_requested','staff:desk','c',1772452800000000,'{"request_id":"q2"}','','59e63303150a67780c5f17c66c159395dbfa964e19e06da39d0fc918170cfc94','b1af92e7c3b81cfe938f15fc3248ec37b1820ac7463ee41c643c6197c251153c','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r',2,'migrated','staff:desk','c',1772452800000000,'{"successor_id":"r2","request_id":"01a2243c-7807-7545-b75d-8a5381dfdcee","sessions_to_rebook":["s3","s4"]}','','bbaff54feb7e109992aec34c4045c9a6f213fedfaf4048c7af301fbb92913989','bc5bdd31324efb357de3d760ff4cf33fc4b15cc28066f2f299b719a3ee204d7c','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','r2',1,'opened_by_migration','staff:desk','c',1772452800000000,'{"predecessor_id":"r","awaits_agreement":false}','','','1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3',2,'rebooked','staff:desk','',1772452800000000,'{"rebooked_as":"s3-again"}','','35a3af15bf943904e7530a462dca6df6cffae9b99879cf5308e38073e9faafc3','60aa2b551dd65ba143f74b08709842079634531255e96d6946d2c82b46fcf97b','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","price":6000,"currency":"GBP","rebooked_from":"s3"}','','','5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3','','');
INSERT INTO "practice_core_journal" VALUES('p','session','s3-again',2,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','ill','5668bb845255f38b57e39b8da4c2f084a1b83fc89cbb436fbb24e72893d1e0e3','827f31151e5c5f50ebbfdd89e74762da0fd8b389416789b67efd1ab46e1f56c6','1f51b831cc5abacdfcd43dfdf3cb6570','263cbcc4a168bf164cd2f2bee8b52b5a7b08e313c77b2cc40e24ed7f49f2a6dc');
INSERT INTO "practice_core_journal" VALUES('p','session','s5',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","price":6000,"currency":"GBP"}','','','d337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446','','');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","price":6000,"currency":"GBP"}','','','7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd','','');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2243c-783e-74ae-b357-d48d32ef8a6b","amount":6000,"currency":"GBP"}','','7984bb51d6bbe47204e49e70fdd04fb6807b565a4caa838e65aea59e31dfd1dd','c61097e864c49ed2981988f0b4bda794ff2ac4fb74f5f8b52cc4c677b939c1b5','','');
INSERT INTO "practice_core_journal" VALUES('p','session','paid',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a2243c-783e-74ae-b357-d48d32ef8a6b","amount":6000,"currency":"GBP"}','','c61097e864c49ed2981988f0b4bda794ff2ac4fb74f5f8b52cc4c677b939c1b5','d8ee155119f076d39b13f7823235f5bbe37f79853dd5135a504ec8abec43f211','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","price":6000,"currency":"GBP"}','','','0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2243c-7860-74dd-b3ae-3f1b9a18bade","amount":6000,"currency":"GBP"}','','0a4d418fd2c9e949d9b1b0f0e62976e0f48b3383ee57bdef7214ccfdefd2e6bb','63534d9a7ec90f5e61f8b090a5d2104c0bb4dd73debba894cdfd5de0f89028ae','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',3,'charged','system:system','',1772452800000000,'{"attempt_id":"01a2243c-7860-74dd-b3ae-3f1b9a18bade","amount":6000,"currency":"GBP"}','','63534d9a7ec90f5e61f8b090a5d2104c0bb4dd73debba894cdfd5de0f89028ae','d2468a78ef54444d587a66e126bd06d40eddb4c6ed9650e119c455c4b8731641','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',4,'cancelled','staff:desk','',1772452800000000,'{"late":false,"waived":false}','a burst pipe','d2468a78ef54444d587a66e126bd06d40eddb4c6ed9650e119c455c4b8731641','0868d638499ff10629bd2b09d1ed7784a02b87fd37b7fbcb1d7d0f8b4956273a','6e9e908c46f9cbbf99eb47769de023c8','ab303b40c3ab87287eae29a3383513d01a08af0ed8c6683c9df90e01a2d0ac2e');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',5,'refund_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2243c-7870-7662-981c-e41cc8365850","amount":6000,"currency":"GBP","charge_id":"01a2243c-7860-74dd-b3ae-3f1b9a18bade"}','','0868d638499ff10629bd2b09d1ed7784a02b87fd37b7fbcb1d7d0f8b4956273a','b7479743458788efb60e06f85c2e8acd0f03a7fba776741064af12adbc62d699','','');
INSERT INTO "practice_core_journal" VALUES('p','session','given back',6,'refunded','system:system','',1772452800000000,'{"attempt_id":"01a2243c-7870-7662-981c-e41cc8365850","amount":6000,"currency":"GBP","charge_id":"01a2243c-7860-74dd-b3ae-3f1b9a18bade"}','','b7479743458788efb60e06f85c2e8acd0f03a7fba776741064af12adbc62d699','f3bab4c9c593d0273541661dbc4e5c6d57fce3ae6c34aeeb11c07e7922d1e37f','','');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","price":6000,"currency":"GBP"}','','','1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7','','');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2243c-7878-747c-9199-380c78e60446","amount":6000,"currency":"GBP"}','','1f738123b188236c22e60b7f7fde2a53f7c4970ea9df02cd852a1f169339edc7','343243710ec880c2642321f997b41147e1969052b6e74d114c89ffd2b390c64f','','');
INSERT INTO "practice_core_journal" VALUES('p','session','declined',3,'charge_declined','system:system','',1772452800000000,'{"attempt_id":"01a2243c-7878-747c-9199-380c78e60446","amount":6000,"currency":"GBP","reason":"insufficient_funds"}','','343243710ec880c2642321f997b41147e1969052b6e74d114c89ffd2b390c64f','7518c57af4c923a8bcb4a7ae165ae6bd7d042cf7ceaacc5eaeb6660e4a7f3300','','');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',1,'booked','staff:desk','',1772452800000000,'{"relationship_id":"r2","starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","price":6000,"currency":"GBP"}','','','fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b','','');
INSERT INTO "practice_core_journal" VALUES('p','session','unknown',2,'charge_attempted','system:system','',1772452800000000,'{"attempt_id":"01a2243c-7884-7766-90c8-23b49ac37d11","amount":6000,"currency":"GBP"}','','fcad386792cccb957e9ae1cabb6413769dcb3780cb113be811393c27229d540b','87711ee2294d661c3c529e6d12792a72a2de07ddd7ce599fdd61ec841467c3ce','','');
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
INSERT INTO "practice_core_journal" VALUES('p','relationship','of gone',2,'ended','staff:desk','',1772452800000000,'{}','','f13bb1f3771fe8c48221420ca91b6573eef3df18a84fe8576068c4647cb3a1ed','8f383c6024afbbfe4ab0007ce557e46d4a5766e31bc80be73f4cbc8699bfee1c','','b2f99e450b92988682aff9d9246dd4046395d6cf3254770935607fcb1767915e');
INSERT INTO "practice_core_journal" VALUES('p','client','gone',2,'erased','staff:desk','',1772452800000000,'{}','','a5f39cd2269ae6327f23da66d5e573dcac53422bf825b80ec87c8a93f3d2e9a7','83493ca41c2da054b85ca6192a0d145ebc3fd866c1081f4d262be3c06a4b9091','','');
INSERT INTO "practice_core_journal" VALUES('p','relationship','of gone',3,'party_erased','staff:desk','',1772452800000000,'{"client_id":"gone"}','','8f383c6024afbbfe4ab0007ce557e46d4a5766e31bc80be73f4cbc8699bfee1c','8d5edadcd41465538ec3aeb34e5b00da590e54e634b3177564d504ae9da33fd9','','');
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
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77c6-70f7-b3c4-f55648a138a1','session_booked','client:c','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77c6-70f7-b3c4-f5570764dd94','session_booked','client:d','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77c6-70f7-b3c4-f55899348c4b','session_booked','therapist:t','session:s3','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77d3-70d3-9138-e4da46b19d9e','session_booked','client:c','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77d3-70d3-9138-e4db17af47f5','session_booked','client:d','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77d3-70d3-9138-e4dce69ada28','session_booked','therapist:t','session:s4','{"starts_at":"2026-03-06T12:00:00+00:00","ends_at":"2026-03-06T12:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77e3-72a9-909e-45cc0e6d04be','migration_requested','client:c','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77e3-72a9-909e-45cdd3a82fce','migration_requested','therapist:t','relationship:z','{"request_id":"q1","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77f5-7719-9409-2454f5d6e1d1','request_declined','client:zoe','relationship:z','{"request_id":"q1"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77f8-7526-a9a7-b1ef21cb57b8','migration_requested','client:zoe','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-77f8-7526-a9a7-b1f0d3aa6b13','migration_requested','therapist:t','relationship:z','{"request_id":"q2","asked":"c"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7808-712a-9b19-c4d6065a7d5b','yours_to_pay','client:c','relationship:r','{"successor_id":"r2"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7808-712a-9b19-c4d7c334e0dd','no_longer_yours_to_pay','client:d','relationship:r','{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":["s3","s4"]}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7814-761f-8129-91e671a4c979','session_rebooked','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7814-761f-8129-91e7b3e9bd77','session_rebooked','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":0,"rebooked_from":"s3","before_starts_at":"2026-03-05T12:00:00+00:00","before_ends_at":"2026-03-05T12:50:00+00:00","before_sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-782d-7775-9661-1276c03eeae9','session_cancelled','client:c','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-782d-7775-9661-12775235f792','session_cancelled','therapist:t','session:s3-again','{"starts_at":"2026-03-05T12:00:00+00:00","ends_at":"2026-03-05T12:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7830-71c6-9715-7c705ebef97f','session_booked','client:c','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7830-71c6-9715-7c711be60e1a','session_booked','therapist:t','session:s5','{"starts_at":"2026-03-07T12:00:00.000001+00:00","ends_at":"2026-03-07T12:50:00.000001+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7831-770e-b4bc-0d287127e13a','session_booked','client:c','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7831-770e-b4bc-0d290104bbab','session_booked','therapist:t','session:paid','{"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7857-7664-a2f8-bbd2399eb7b7','charge_paid','client:c','session:paid','{"attempt_id":"01a2243c-783e-74ae-b357-d48d32ef8a6b","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T17:00:00+00:00","ends_at":"2026-03-02T17:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-785d-7663-bb69-3aeed2940f7a','session_booked','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-785d-7663-bb69-3aef01d52770','session_booked','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7862-76e5-a6ff-356fcb8e6eaf','charge_paid','client:c','session:given back','{"attempt_id":"01a2243c-7860-74dd-b3ae-3f1b9a18bade","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7863-7603-8fcf-1bcc9e5c460c','session_cancelled','client:c','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7863-7603-8fcf-1bcd676cec17','session_cancelled','therapist:t','session:given back','{"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1,"late":false}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7874-7059-b869-10c7ff5fdb34','refund_made','client:c','session:given back','{"attempt_id":"01a2243c-7870-7662-981c-e41cc8365850","amount":6000,"currency":"GBP","reason":null,"starts_at":"2026-03-02T18:00:00+00:00","ends_at":"2026-03-02T18:50:00+00:00","sequence":1}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7876-7090-acc6-7020b6b8cb84','session_booked','client:c','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7876-7090-acc6-7021520499aa','session_booked','therapist:t','session:declined','{"starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7879-72f0-b90a-b28b6b182aa3','charge_declined','client:c','session:declined','{"attempt_id":"01a2243c-7878-747c-9199-380c78e60446","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-7879-72f0-b90a-b28cbe0367a4','charge_declined','therapist:t','session:declined','{"attempt_id":"01a2243c-7878-747c-9199-380c78e60446","amount":6000,"currency":"GBP","reason":"insufficient_funds","starts_at":"2026-03-02T19:00:00+00:00","ends_at":"2026-03-02T19:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-787d-70ac-a911-925d92f5ecf7','session_booked','client:c','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-787d-70ac-a911-925e096916db','session_booked','therapist:t','session:unknown','{"starts_at":"2026-03-02T20:00:00+00:00","ends_at":"2026-03-02T20:50:00+00:00","sequence":0}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-789c-745c-855f-09f98577e936','birthday_near','therapist:t','relationship:of told','{}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-78b5-77f6-b5f0-255bbc600334','asked_to_pay','client:d','relationship:own','{"request_id":"q3","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-78b5-77f6-b5f0-255ce228cf89','handing_over_requested','therapist:t','relationship:own','{"request_id":"q3","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-78cf-719f-b0bb-f95b16606e6a','yours_to_pay','client:d','relationship:own','{"successor_id":"then"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-78cf-719f-b0bb-f95c0cc16fe7','no_longer_yours_to_pay','client:zoe','relationship:own','{"owed":0,"currency":"GBP","owed_for":[],"no_longer_theirs":[],"passed_to":"d"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-78d2-7440-8d3c-5848d1350c86','asked_to_pay','client:c','relationship:then','{"request_id":"q4","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-78d2-7440-8d3c-5849944c29ee','handing_over_requested','client:d','relationship:then','{"request_id":"q4","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
INSERT INTO "practice_core_notices" VALUES('p','01a2243c-78d2-7440-8d3c-584ad5a9d3e6','handing_over_requested','therapist:t','relationship:then','{"request_id":"q4","asked":"zoe"}','waiting',1772452800000000,1,'en-GB',1772452800000000,0,1772452800000000,NULL,'');
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
INSERT INTO "practice_core_relationships" VALUES('p','r','t','c','d','ended',1772452800000000,6000,'GBP',1772452800000000,'migrated','staff:desk',NULL,'r2',0,5,2,'bc5bdd31324efb357de3d760ff4cf33fc4b15cc28066f2f299b719a3ee204d7c',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','z','t','c','zoe','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,4,4,'b1af92e7c3b81cfe938f15fc3248ec37b1820ac7463ee41c643c6197c251153c',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','r2','t','c','c','active',1772452800000000,6000,'GBP',NULL,NULL,NULL,'r',NULL,0,7,1,'1196e4ce3d5ae3785bb018a62c9382d5fb7d836b2d7f44c3cec367af343b35b8',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of told','t','told','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,2,2,'dda2ac522d34bee26f543522f508e462608bedbeaa043b947a6d12c3c63b49ef','2010-04-01',16,1772452800000000,NULL,'told');
INSERT INTO "practice_core_relationships" VALUES('p','of seen','t','seen','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,2,2,'02f6979296e5d8eb9e32a06a7a87886bccadb324b52704c0ab212f7350560afb','2010-04-02',16,NULL,1772452800000000,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of waits','t','waits','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1,1,'47921190b13da256955089bf8ca5c10f6083809c9de4ff79181035ade0869595','2010-04-03',16,NULL,NULL,'waiting');
INSERT INTO "practice_core_relationships" VALUES('p','own','t','zoe','zoe','ended',1772452800000000,NULL,NULL,1772452800000000,'transferred','staff:desk',NULL,'then',0,4,4,'f853867794f5bfbb9eaf4ec7afe82036dde7abbfc323ec2cbe65feb393bd8cf0',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','then','t','zoe','d','active',1772452800000000,NULL,NULL,NULL,NULL,NULL,'own',NULL,0,2,2,'281f37cf6d1ce14f76aeeccff131f2a0a0811131a6d0ce887f9241c237222e2c',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "practice_core_relationships" VALUES('p','of gone','t','gone','gone','ended',1772452800000000,NULL,NULL,1772452800000000,'erased','staff:desk',NULL,NULL,0,3,3,'8d5edadcd41465538ec3aeb34e5b00da590e54e634b3177564d504ae9da33fd9',NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "practice_core_requests" VALUES('p','01a2243c-7807-7545-b75d-8a5381dfdcee','r','c',1772452800000000,'staff:desk','',1775044800000000,'confirmed',NULL,1772452800000000,'',1,'c','');
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
INSERT INTO "practice_core_sessions" VALUES('p','s3-again','r2','t','c','c',1772712000000000,1772715000000000,6000,'GBP',1772452800000000,1772539200000000,'cancelled','nothing','s3',NULL,1772452800000000,0,'ill',2,2,'827f31151e5c5f50ebbfdd89e74762da0fd8b389416789b67efd1ab46e1f56c6',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','s5','r2','t','c','c',1772884800000001,1772887800000001,6000,'GBP',1772452800000000,1772712000000001,'scheduled','open',NULL,NULL,NULL,0,'',1,1,'d337d2425ac9a246f2598dc6b0f9ab57d226ee0b5954dd3cf9016e9fb0a15446','charge',1772712000000001,0);
INSERT INTO "practice_core_sessions" VALUES('p','paid','r2','t','c','c',1772470800000000,1772473800000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','paid',NULL,NULL,NULL,0,'',3,3,'d8ee155119f076d39b13f7823235f5bbe37f79853dd5135a504ec8abec43f211',NULL,NULL,0);
INSERT INTO "practice_core_sessions" VALUES('p','given back','r2','t','c','c',1772474400000000,1772477400000000,6000,'GBP',1772452800000000,1772452800000000,'cancelled','refunded',NULL,NULL,1772452800000000,0,'a burst pipe',6,6,'f3bab4c9c593d0273541661dbc4e5c6d57fce3ae6c34aeeb11c07e7922d1e37f',NULL,NULL,1);
INSERT INTO "practice_core_sessions" VALUES('p','declined','r2','t','c','c',1772478000000000,1772481000000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','declined',NULL,NULL,NULL,0,'',3,3,'7518c57af4c923a8bcb4a7ae165ae6bd7d042cf7ceaacc5eaeb6660e4a7f3300','cancel',1772474400000000,0);
INSERT INTO "practice_core_sessions" VALUES('p','unknown','r2','t','c','c',1772481600000000,1772484600000000,6000,'GBP',1772452800000000,1772452800000000,'scheduled','pending',NULL,NULL,NULL,0,'',2,2,'87711ee2294d661c3c529e6d12792a72a2de07ddd7ce599fdd61ec841467c3ce','settle',1772453100000000,0);
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
INSERT INTO "practice_core_version" VALUES('0008');
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
CREATE INDEX ix_practice_core_keys_used ON practice_core_keys (practice_id, used_at);
COMMIT;
