CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO alembic_version VALUES ('0002');
CREATE TABLE action (
	deed TEXT DEFAULT '' NOT NULL, 
	facts TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	device TEXT DEFAULT '' NOT NULL, 
	actor TEXT DEFAULT '' NOT NULL, 
	undoes TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	CONSTRAINT pk_action PRIMARY KEY (id)
);
CREATE INDEX ix_action_at ON action (at);
CREATE INDEX ix_action_undoes ON action (undoes);
CREATE TABLE erased (
	"row" TEXT NOT NULL, 
	CONSTRAINT pk_erased PRIMARY KEY ("row")
);
CREATE TABLE event (
	title TEXT DEFAULT '' NOT NULL, 
	tagline TEXT DEFAULT '' NOT NULL, 
	start TEXT DEFAULT '' NOT NULL, 
	"end" TEXT DEFAULT '' NOT NULL, 
	zone TEXT DEFAULT '' NOT NULL, 
	place TEXT DEFAULT '' NOT NULL, 
	languages TEXT DEFAULT '' NOT NULL, 
	capacity INTEGER, 
	target_groups TEXT DEFAULT '' NOT NULL, 
	practice INTEGER DEFAULT '0' NOT NULL, 
	box_size INTEGER DEFAULT '0' NOT NULL, 
	hand_out TEXT DEFAULT '' NOT NULL, 
	pin TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (id)
);
CREATE TABLE import_layout (
	signature TEXT DEFAULT '' NOT NULL, 
	matches TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_import_layout PRIMARY KEY (id)
);
CREATE INDEX ix_import_layout_signature ON import_layout (signature);
CREATE TABLE journal (
	id TEXT NOT NULL, 
	clock INTEGER NOT NULL, 
	device TEXT DEFAULT '' NOT NULL, 
	actor TEXT DEFAULT '' NOT NULL, 
	action TEXT DEFAULT '' NOT NULL, 
	schema INTEGER DEFAULT '1' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	"table" TEXT DEFAULT '' NOT NULL, 
	"row" TEXT DEFAULT '' NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	applied INTEGER DEFAULT '1' NOT NULL, 
	place INTEGER, 
	mark INTEGER, 
	CONSTRAINT pk_journal PRIMARY KEY (id)
);
CREATE INDEX ix_journal_action ON journal (action);
CREATE INDEX ix_journal_clock ON journal (clock);
CREATE INDEX ix_journal_row ON journal ("row", clock);
CREATE TABLE organisation (
	name TEXT DEFAULT '' NOT NULL, 
	short_name TEXT DEFAULT '' NOT NULL, 
	aliases TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	size_class TEXT DEFAULT '' NOT NULL, 
	business_id TEXT DEFAULT '' NOT NULL, 
	city TEXT DEFAULT '' NOT NULL, 
	sector TEXT DEFAULT '' NOT NULL, 
	parent_id TEXT, 
	sort_key TEXT DEFAULT '' NOT NULL, 
	search TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_organisation PRIMARY KEY (id), 
	CONSTRAINT fk_organisation_parent_id FOREIGN KEY(parent_id) REFERENCES organisation (id)
);
CREATE INDEX ix_organisation_parent_id ON organisation (parent_id);
CREATE INDEX ix_organisation_sort_key ON organisation (sort_key);
CREATE TABLE person (
	given TEXT DEFAULT '' NOT NULL, 
	family TEXT DEFAULT '' NOT NULL, 
	badge_name TEXT DEFAULT '' NOT NULL, 
	email TEXT DEFAULT '' NOT NULL, 
	phone TEXT DEFAULT '' NOT NULL, 
	phone_typed TEXT DEFAULT '' NOT NULL, 
	languages TEXT DEFAULT '' NOT NULL, 
	titles TEXT DEFAULT '' NOT NULL, 
	biography TEXT DEFAULT '' NOT NULL, 
	city TEXT DEFAULT '' NOT NULL, 
	sort_key TEXT DEFAULT '' NOT NULL, 
	search TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id)
);
CREATE INDEX ix_person_email ON person (email);
CREATE INDEX ix_person_sort_key ON person (sort_key);
CREATE TABLE tag (
	name TEXT DEFAULT '' NOT NULL, 
	colour TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_tag PRIMARY KEY (id)
);
CREATE TABLE theme (
	name TEXT DEFAULT '' NOT NULL, 
	colour TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_theme PRIMARY KEY (id)
);
CREATE TABLE unfinished (
	action TEXT NOT NULL, 
	at INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_unfinished PRIMARY KEY (action)
);
CREATE TABLE badge_layout (
	event_id TEXT, 
	name TEXT DEFAULT '' NOT NULL, 
	document TEXT DEFAULT '' NOT NULL, 
	version INTEGER DEFAULT '1' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_badge_layout PRIMARY KEY (id), 
	CONSTRAINT fk_badge_layout_event_id FOREIGN KEY(event_id) REFERENCES event (id)
);
CREATE INDEX ix_badge_layout_event_id ON badge_layout (event_id);
CREATE TABLE cluster (
	name TEXT DEFAULT '' NOT NULL, 
	short_name TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	sector TEXT DEFAULT '' NOT NULL, 
	mission TEXT DEFAULT '' NOT NULL, 
	leader_id TEXT, 
	owner_id TEXT, 
	coordinator_id TEXT, 
	predecessor TEXT DEFAULT '' NOT NULL, 
	registration TEXT DEFAULT '' NOT NULL, 
	registered TEXT DEFAULT '' NOT NULL, 
	label TEXT DEFAULT '' NOT NULL, 
	label_granted TEXT DEFAULT '' NOT NULL, 
	label_expires TEXT DEFAULT '' NOT NULL, 
	sort_key TEXT DEFAULT '' NOT NULL, 
	search TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_cluster PRIMARY KEY (id), 
	CONSTRAINT fk_cluster_leader_id FOREIGN KEY(leader_id) REFERENCES person (id), 
	CONSTRAINT fk_cluster_owner_id FOREIGN KEY(owner_id) REFERENCES organisation (id), 
	CONSTRAINT fk_cluster_coordinator_id FOREIGN KEY(coordinator_id) REFERENCES organisation (id)
);
CREATE INDEX ix_cluster_coordinator_id ON cluster (coordinator_id);
CREATE INDEX ix_cluster_leader_id ON cluster (leader_id);
CREATE INDEX ix_cluster_owner_id ON cluster (owner_id);
CREATE TABLE event_organisation (
	event_id TEXT, 
	organisation_id TEXT, 
	role TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_event_organisation PRIMARY KEY (id), 
	CONSTRAINT fk_event_organisation_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_event_organisation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
CREATE INDEX ix_event_organisation_event_id ON event_organisation (event_id);
CREATE INDEX ix_event_organisation_organisation_id ON event_organisation (organisation_id);
CREATE TABLE event_theme (
	event_id TEXT, 
	theme_id TEXT, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_event_theme PRIMARY KEY (id), 
	CONSTRAINT fk_event_theme_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_event_theme_theme_id FOREIGN KEY(theme_id) REFERENCES theme (id)
);
CREATE INDEX ix_event_theme_event_id ON event_theme (event_id);
CREATE INDEX ix_event_theme_theme_id ON event_theme (theme_id);
CREATE TABLE photo (
	event_id TEXT, 
	file TEXT DEFAULT '' NOT NULL, 
	caption TEXT DEFAULT '' NOT NULL, 
	people TEXT DEFAULT '' NOT NULL, 
	photographer_id TEXT, 
	permission TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_photo PRIMARY KEY (id), 
	CONSTRAINT fk_photo_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_photo_photographer_id FOREIGN KEY(photographer_id) REFERENCES person (id)
);
CREATE INDEX ix_photo_event_id ON photo (event_id);
CREATE INDEX ix_photo_photographer_id ON photo (photographer_id);
CREATE TABLE point (
	event_id TEXT, 
	name TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	rule TEXT DEFAULT '' NOT NULL, 
	allowed TEXT DEFAULT '' NOT NULL, 
	admits_badges INTEGER DEFAULT '1' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	tags TEXT DEFAULT '' NOT NULL, 
	windows TEXT DEFAULT '' NOT NULL, 
	per_day INTEGER DEFAULT '0' NOT NULL, 
	capacity INTEGER, 
	link TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_point PRIMARY KEY (id), 
	CONSTRAINT fk_point_event_id FOREIGN KEY(event_id) REFERENCES event (id)
);
CREATE INDEX ix_point_event_id ON point (event_id);
CREATE TABLE project (
	name TEXT DEFAULT '' NOT NULL, 
	short_name TEXT DEFAULT '' NOT NULL, 
	code TEXT DEFAULT '' NOT NULL, 
	fund TEXT DEFAULT '' NOT NULL, 
	period TEXT DEFAULT '' NOT NULL, 
	funder_id TEXT, 
	administrator_id TEXT, 
	continues TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_project PRIMARY KEY (id), 
	CONSTRAINT fk_project_funder_id FOREIGN KEY(funder_id) REFERENCES organisation (id), 
	CONSTRAINT fk_project_administrator_id FOREIGN KEY(administrator_id) REFERENCES organisation (id)
);
CREATE INDEX ix_project_administrator_id ON project (administrator_id);
CREATE INDEX ix_project_funder_id ON project (funder_id);
CREATE TABLE question (
	event_id TEXT, 
	wording TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	options TEXT DEFAULT '' NOT NULL, 
	at_door INTEGER DEFAULT '0' NOT NULL, 
	optional INTEGER DEFAULT '0' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_question PRIMARY KEY (id), 
	CONSTRAINT fk_question_event_id FOREIGN KEY(event_id) REFERENCES event (id)
);
CREATE INDEX ix_question_event_id ON question (event_id);
CREATE TABLE room (
	event_id TEXT, 
	name TEXT DEFAULT '' NOT NULL, 
	capacity INTEGER, 
	position INTEGER DEFAULT '0' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_room PRIMARY KEY (id), 
	CONSTRAINT fk_room_event_id FOREIGN KEY(event_id) REFERENCES event (id)
);
CREATE INDEX ix_room_event_id ON room (event_id);
CREATE TABLE same_person (
	person_id TEXT, 
	other_id TEXT, 
	undoes TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	CONSTRAINT pk_same_person PRIMARY KEY (id), 
	CONSTRAINT fk_same_person_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_same_person_other_id FOREIGN KEY(other_id) REFERENCES person (id)
);
CREATE INDEX ix_same_person_other_id ON same_person (other_id);
CREATE INDEX ix_same_person_person_id ON same_person (person_id);
CREATE TABLE ticket_key (
	event_id TEXT, 
	scheme TEXT DEFAULT '' NOT NULL, 
	public_key TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_ticket_key PRIMARY KEY (id), 
	CONSTRAINT fk_ticket_key_event_id FOREIGN KEY(event_id) REFERENCES event (id)
);
CREATE INDEX ix_ticket_key_event_id ON ticket_key (event_id);
CREATE TABLE track (
	event_id TEXT, 
	name TEXT DEFAULT '' NOT NULL, 
	colour TEXT DEFAULT '' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_track PRIMARY KEY (id), 
	CONSTRAINT fk_track_event_id FOREIGN KEY(event_id) REFERENCES event (id)
);
CREATE INDEX ix_track_event_id ON track (event_id);
CREATE TABLE affiliation (
	person_id TEXT, 
	organisation_id TEXT, 
	cluster_id TEXT, 
	project_id TEXT, 
	title TEXT DEFAULT '' NOT NULL, 
	start TEXT DEFAULT '' NOT NULL, 
	"end" TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_affiliation PRIMARY KEY (id), 
	CONSTRAINT fk_affiliation_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_affiliation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
	CONSTRAINT fk_affiliation_cluster_id FOREIGN KEY(cluster_id) REFERENCES cluster (id), 
	CONSTRAINT fk_affiliation_project_id FOREIGN KEY(project_id) REFERENCES project (id)
);
CREATE INDEX ix_affiliation_cluster_id ON affiliation (cluster_id);
CREATE INDEX ix_affiliation_organisation_id ON affiliation (organisation_id);
CREATE INDEX ix_affiliation_person_id ON affiliation (person_id);
CREATE INDEX ix_affiliation_project_id ON affiliation (project_id);
CREATE TABLE cluster_member (
	cluster_id TEXT, 
	organisation_id TEXT, 
	start TEXT DEFAULT '' NOT NULL, 
	"end" TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_cluster_member PRIMARY KEY (id), 
	CONSTRAINT fk_cluster_member_cluster_id FOREIGN KEY(cluster_id) REFERENCES cluster (id), 
	CONSTRAINT fk_cluster_member_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
CREATE INDEX ix_cluster_member_cluster_id ON cluster_member (cluster_id);
CREATE INDEX ix_cluster_member_organisation_id ON cluster_member (organisation_id);
CREATE TABLE event_project (
	event_id TEXT, 
	project_id TEXT, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_event_project PRIMARY KEY (id), 
	CONSTRAINT fk_event_project_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_event_project_project_id FOREIGN KEY(project_id) REFERENCES project (id)
);
CREATE INDEX ix_event_project_event_id ON event_project (event_id);
CREATE INDEX ix_event_project_project_id ON event_project (project_id);
CREATE TABLE project_partner (
	project_id TEXT, 
	organisation_id TEXT, 
	role TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_project_partner PRIMARY KEY (id), 
	CONSTRAINT fk_project_partner_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT fk_project_partner_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
CREATE INDEX ix_project_partner_organisation_id ON project_partner (organisation_id);
CREATE INDEX ix_project_partner_project_id ON project_partner (project_id);
CREATE TABLE report (
	event_id TEXT, 
	title TEXT DEFAULT '' NOT NULL, 
	lead TEXT DEFAULT '' NOT NULL, 
	body TEXT DEFAULT '' NOT NULL, 
	author_id TEXT, 
	project_id TEXT, 
	published TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_report PRIMARY KEY (id), 
	CONSTRAINT fk_report_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_report_author_id FOREIGN KEY(author_id) REFERENCES person (id), 
	CONSTRAINT fk_report_project_id FOREIGN KEY(project_id) REFERENCES project (id)
);
CREATE INDEX ix_report_author_id ON report (author_id);
CREATE INDEX ix_report_event_id ON report (event_id);
CREATE INDEX ix_report_project_id ON report (project_id);
CREATE TABLE session (
	event_id TEXT, 
	room_id TEXT, 
	track_id TEXT, 
	kind TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	abstract TEXT DEFAULT '' NOT NULL, 
	start TEXT DEFAULT '' NOT NULL, 
	"end" TEXT DEFAULT '' NOT NULL, 
	capacity INTEGER, 
	position INTEGER DEFAULT '0' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_session PRIMARY KEY (id), 
	CONSTRAINT fk_session_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_session_room_id FOREIGN KEY(room_id) REFERENCES room (id), 
	CONSTRAINT fk_session_track_id FOREIGN KEY(track_id) REFERENCES track (id)
);
CREATE INDEX ix_session_event_id ON session (event_id);
CREATE INDEX ix_session_room_id ON session (room_id);
CREATE INDEX ix_session_track_id ON session (track_id);
CREATE TABLE registration (
	event_id TEXT, 
	person_id TEXT, 
	affiliation_id TEXT, 
	category TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	status_at TEXT DEFAULT '' NOT NULL, 
	source TEXT DEFAULT '' NOT NULL, 
	registered_at TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	attention TEXT DEFAULT '' NOT NULL, 
	walk_in INTEGER DEFAULT '0' NOT NULL, 
	holds INTEGER DEFAULT '0' NOT NULL, 
	blocked TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_registration PRIMARY KEY (id), 
	CONSTRAINT fk_registration_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_registration_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_registration_affiliation_id FOREIGN KEY(affiliation_id) REFERENCES affiliation (id)
);
CREATE INDEX ix_registration_affiliation_id ON registration (affiliation_id);
CREATE INDEX ix_registration_event_id ON registration (event_id);
CREATE INDEX ix_registration_person_id ON registration (person_id);
CREATE TABLE session_speaker (
	session_id TEXT, 
	person_id TEXT, 
	role TEXT DEFAULT '' NOT NULL, 
	affiliation_id TEXT, 
	position INTEGER DEFAULT '0' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_session_speaker PRIMARY KEY (id), 
	CONSTRAINT fk_session_speaker_session_id FOREIGN KEY(session_id) REFERENCES session (id), 
	CONSTRAINT fk_session_speaker_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_session_speaker_affiliation_id FOREIGN KEY(affiliation_id) REFERENCES affiliation (id)
);
CREATE INDEX ix_session_speaker_affiliation_id ON session_speaker (affiliation_id);
CREATE INDEX ix_session_speaker_person_id ON session_speaker (person_id);
CREATE INDEX ix_session_speaker_session_id ON session_speaker (session_id);
CREATE TABLE answer (
	registration_id TEXT, 
	question TEXT DEFAULT '' NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_answer PRIMARY KEY (id), 
	CONSTRAINT fk_answer_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id)
);
CREATE INDEX ix_answer_registration_id ON answer (registration_id);
CREATE TABLE badge_print (
	registration_id TEXT, 
	layout TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	desk TEXT DEFAULT '' NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	box TEXT DEFAULT '' NOT NULL, 
	number INTEGER DEFAULT '0' NOT NULL, 
	id TEXT NOT NULL, 
	CONSTRAINT pk_badge_print PRIMARY KEY (id), 
	CONSTRAINT fk_badge_print_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id)
);
CREATE INDEX ix_badge_print_registration_id ON badge_print (registration_id);
CREATE TABLE check_in (
	registration_id TEXT, 
	point_id TEXT, 
	kind TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	desk TEXT DEFAULT '' NOT NULL, 
	actor TEXT DEFAULT '' NOT NULL, 
	undoes TEXT DEFAULT '' NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	over TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	CONSTRAINT pk_check_in PRIMARY KEY (id), 
	CONSTRAINT fk_check_in_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id), 
	CONSTRAINT fk_check_in_point_id FOREIGN KEY(point_id) REFERENCES point (id)
);
CREATE INDEX ix_check_in_at ON check_in (at);
CREATE INDEX ix_check_in_point_id ON check_in (point_id);
CREATE INDEX ix_check_in_registration_id ON check_in (registration_id, point_id);
CREATE INDEX ix_check_in_undoes ON check_in (undoes);
CREATE TABLE code (
	registration_id TEXT, 
	kind TEXT DEFAULT '' NOT NULL, 
	code TEXT DEFAULT '' NOT NULL, 
	revokes TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	CONSTRAINT pk_code PRIMARY KEY (id), 
	CONSTRAINT fk_code_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id)
);
CREATE INDEX ix_code_code ON code (code);
CREATE INDEX ix_code_registration_id ON code (registration_id);
CREATE INDEX ix_code_revokes ON code (revokes);
CREATE TABLE consent (
	registration_id TEXT, 
	purpose TEXT DEFAULT '' NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	wording TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_consent PRIMARY KEY (id), 
	CONSTRAINT fk_consent_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id)
);
CREATE INDEX ix_consent_registration_id ON consent (registration_id);
CREATE TABLE hand_out (
	registration_id TEXT, 
	at TEXT DEFAULT '' NOT NULL, 
	desk TEXT DEFAULT '' NOT NULL, 
	actor TEXT DEFAULT '' NOT NULL, 
	undoes TEXT DEFAULT '' NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	CONSTRAINT pk_hand_out PRIMARY KEY (id), 
	CONSTRAINT fk_hand_out_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id)
);
CREATE INDEX ix_hand_out_registration_id ON hand_out (registration_id);
CREATE INDEX ix_hand_out_undoes ON hand_out (undoes);
CREATE TABLE protected_answer (
	registration_id TEXT, 
	kind TEXT DEFAULT '' NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	keep_until TEXT DEFAULT '' NOT NULL, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_protected_answer PRIMARY KEY (id), 
	CONSTRAINT fk_protected_answer_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id)
);
CREATE INDEX ix_protected_answer_registration_id ON protected_answer (registration_id);
CREATE TABLE registration_tag (
	registration_id TEXT, 
	tag_id TEXT, 
	id TEXT NOT NULL, 
	deleted INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_registration_tag PRIMARY KEY (id), 
	CONSTRAINT fk_registration_tag_registration_id FOREIGN KEY(registration_id) REFERENCES registration (id), 
	CONSTRAINT fk_registration_tag_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id)
);
CREATE INDEX ix_registration_tag_registration_id ON registration_tag (registration_id);
CREATE INDEX ix_registration_tag_tag_id ON registration_tag (tag_id);
