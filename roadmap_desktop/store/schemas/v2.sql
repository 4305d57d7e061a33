CREATE TABLE action_item (
	text VARCHAR NOT NULL,
	owner VARCHAR NOT NULL,
	due DATE,
	stage VARCHAR NOT NULL,
	step VARCHAR NOT NULL,
	done BOOLEAN NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE agenda_item (
	position INTEGER NOT NULL,
	minutes INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	stage VARCHAR NOT NULL,
	session INTEGER NOT NULL,
	started_at DATETIME,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE baseline (
	task VARCHAR NOT NULL,
	start DATE NOT NULL,
	finish DATE NOT NULL,
	at DATETIME,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	UNIQUE (task)
);
CREATE TABLE concern (
	text VARCHAR NOT NULL,
	perspective VARCHAR NOT NULL,
	theme VARCHAR NOT NULL,
	answer VARCHAR NOT NULL,
	met_by VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE criterion (
	"key" VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	weight DOUBLE NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE draft (
	subject VARCHAR NOT NULL,
	field VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE guardrail (
	"key" VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	area VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	gate VARCHAR NOT NULL,
	gate_for_students VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	owner VARCHAR NOT NULL,
	due DATE,
	adopted_on DATE,
	length VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE indicator (
	"key" VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	area VARCHAR NOT NULL,
	cadence VARCHAR NOT NULL,
	threshold DOUBLE,
	breach VARCHAR NOT NULL,
	unit VARCHAR NOT NULL,
	measure VARCHAR NOT NULL,
	"trigger" VARCHAR NOT NULL,
	baseline DOUBLE,
	watched BOOLEAN NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE instrument (
	"key" VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	in_use BOOLEAN NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE link (
	"before" VARCHAR NOT NULL,
	"after" VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	lag VARCHAR NOT NULL,
	removed BOOLEAN NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE parked_item (
	text VARCHAR NOT NULL,
	stage VARCHAR NOT NULL,
	step VARCHAR NOT NULL,
	at DATETIME,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE phase (
	"key" VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	hue VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE pilot (
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	question VARCHAR NOT NULL,
	owner VARCHAR NOT NULL,
	stopper VARCHAR NOT NULL,
	stop_rule VARCHAR NOT NULL,
	stop_rule_hit BOOLEAN NOT NULL,
	grades VARCHAR NOT NULL,
	roles VARCHAR NOT NULL,
	not_before DATE,
	preparation VARCHAR NOT NULL,
	length VARCHAR NOT NULL,
	decides_after VARCHAR NOT NULL,
	decider VARCHAR NOT NULL,
	scale_when INTEGER,
	attempt INTEGER NOT NULL,
	started_on DATE,
	ended_on DATE,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE poll (
	way VARCHAR NOT NULL,
	round INTEGER NOT NULL,
	voters INTEGER NOT NULL,
	blanks INTEGER NOT NULL,
	counts VARCHAR NOT NULL,
	at DATETIME,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE print_count (
	paper VARCHAR NOT NULL,
	copies INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE record_entry (
	at DATETIME NOT NULL,
	kind VARCHAR NOT NULL,
	subject VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	outcome VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	decided_by VARCHAR NOT NULL,
	place INTEGER,
	dissent VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE review (
	name VARCHAR NOT NULL,
	"on" DATE NOT NULL,
	held BOOLEAN NOT NULL,
	decision VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE room_table (
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE school (
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	district VARCHAR NOT NULL,
	code VARCHAR NOT NULL,
	level VARCHAR NOT NULL,
	low_grade VARCHAR NOT NULL,
	high_grade VARCHAR NOT NULL,
	enrolment INTEGER,
	pace VARCHAR NOT NULL,
	calendar_group VARCHAR NOT NULL,
	principal VARCHAR NOT NULL,
	higher_need BOOLEAN NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE school_year (
	name VARCHAR NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	calendar_group VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE seat (
	"key" VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	perspective VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	holder VARCHAR NOT NULL,
	waived VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE task (
	"key" VARCHAR NOT NULL,
	own BOOLEAN NOT NULL,
	kept BOOLEAN NOT NULL,
	name VARCHAR NOT NULL,
	kept_name VARCHAR NOT NULL,
	phase VARCHAR NOT NULL,
	strand VARCHAR NOT NULL,
	owner VARCHAR NOT NULL,
	length VARCHAR NOT NULL,
	not_before DATE,
	must_finish_by DATE,
	pinned_start DATE,
	progress INTEGER,
	started_on DATE,
	finished_on DATE,
	calendar VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	UNIQUE ("key")
);
CREATE TABLE use_case (
	"key" VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	description VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	level VARCHAR NOT NULL,
	risk VARCHAR NOT NULL,
	data_class INTEGER NOT NULL,
	student_facing BOOLEAN NOT NULL,
	owner VARCHAR NOT NULL,
	veto VARCHAR NOT NULL,
	local_decision VARCHAR NOT NULL,
	tool VARCHAR NOT NULL,
	choice VARCHAR NOT NULL,
	choice_reason VARCHAR NOT NULL,
	chosen_at DATETIME,
	chosen_place INTEGER,
	chosen_score DOUBLE,
	dissent VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE wording (
	"key" VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	UNIQUE ("key", language)
);
CREATE TABLE work_item (
	"key" VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE workshop (
	district VARCHAR NOT NULL,
	state VARCHAR NOT NULL,
	year VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	paper VARCHAR NOT NULL,
	held_on DATE,
	starts_at TIME,
	facilitator VARCHAR NOT NULL,
	rating_round INTEGER NOT NULL,
	choose INTEGER NOT NULL,
	is_sample BOOLEAN NOT NULL,
	paused_at DATETIME,
	packet_key VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid)
);
CREATE TABLE ancestor (
	content VARCHAR NOT NULL,
	step INTEGER NOT NULL,
	workshop VARCHAR,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(workshop) REFERENCES workshop (uuid) ON DELETE SET NULL
);
CREATE TABLE check_in (
	pilot VARCHAR NOT NULL,
	week INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(pilot) REFERENCES pilot (uuid) ON DELETE CASCADE
);
CREATE TABLE decision (
	pilot VARCHAR NOT NULL,
	verdict VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	decided_by VARCHAR NOT NULL,
	"on" DATE,
	at DATETIME,
	attempt INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(pilot) REFERENCES pilot (uuid) ON DELETE CASCADE
);
CREATE TABLE dimension (
	instrument VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	pillar VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(instrument) REFERENCES instrument (uuid) ON DELETE CASCADE
);
CREATE TABLE evidence (
	guardrail VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	dated DATE,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(guardrail) REFERENCES guardrail (uuid) ON DELETE CASCADE
);
CREATE TABLE indicator_reading (
	review VARCHAR NOT NULL,
	indicator VARCHAR NOT NULL,
	value DOUBLE NOT NULL,
	note VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(review) REFERENCES review (uuid) ON DELETE CASCADE,
	FOREIGN KEY(indicator) REFERENCES indicator (uuid) ON DELETE CASCADE
);
CREATE TABLE law (
	guardrail VARCHAR NOT NULL,
	as_of DATE NOT NULL,
	"key" VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	applies_from DATE,
	note VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(guardrail) REFERENCES guardrail (uuid) ON DELETE CASCADE
);
CREATE TABLE level (
	instrument VARCHAR NOT NULL,
	value INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(instrument) REFERENCES instrument (uuid) ON DELETE CASCADE
);
CREATE TABLE outcome (
	use_case VARCHAR NOT NULL,
	measure VARCHAR NOT NULL,
	baseline DOUBLE,
	target DOUBLE,
	minimum DOUBLE,
	unit VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	collector VARCHAR NOT NULL,
	due DATE,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	UNIQUE (use_case),
	FOREIGN KEY(use_case) REFERENCES use_case (uuid) ON DELETE CASCADE
);
CREATE TABLE pair_comparison (
	perspective VARCHAR NOT NULL,
	criterion VARCHAR NOT NULL,
	other_criterion VARCHAR NOT NULL,
	answer VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(criterion) REFERENCES criterion (uuid) ON DELETE CASCADE,
	FOREIGN KEY(other_criterion) REFERENCES criterion (uuid) ON DELETE CASCADE
);
CREATE TABLE participant (
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	role VARCHAR NOT NULL,
	perspective VARCHAR NOT NULL,
	"table" VARCHAR,
	school VARCHAR,
	pinned BOOLEAN NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY("table") REFERENCES room_table (uuid) ON DELETE SET NULL,
	FOREIGN KEY(school) REFERENCES school (uuid) ON DELETE SET NULL
);
CREATE TABLE perspective_weight (
	perspective VARCHAR NOT NULL,
	criterion VARCHAR NOT NULL,
	weight DOUBLE NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(criterion) REFERENCES criterion (uuid) ON DELETE CASCADE
);
CREATE TABLE pilot_use_case (
	pilot VARCHAR NOT NULL,
	use_case VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(pilot) REFERENCES pilot (uuid) ON DELETE CASCADE,
	FOREIGN KEY(use_case) REFERENCES use_case (uuid) ON DELETE CASCADE
);
CREATE TABLE requirement (
	use_case VARCHAR NOT NULL,
	guardrail VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(use_case) REFERENCES use_case (uuid) ON DELETE CASCADE,
	FOREIGN KEY(guardrail) REFERENCES guardrail (uuid) ON DELETE CASCADE
);
CREATE TABLE respondent (
	form VARCHAR NOT NULL,
	round INTEGER NOT NULL,
	perspective VARCHAR NOT NULL,
	"table" VARCHAR,
	note VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY("table") REFERENCES room_table (uuid) ON DELETE SET NULL
);
CREATE TABLE responsibility (
	work_item VARCHAR NOT NULL,
	seat VARCHAR NOT NULL,
	letter VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(work_item) REFERENCES work_item (uuid) ON DELETE CASCADE,
	FOREIGN KEY(seat) REFERENCES seat (uuid) ON DELETE CASCADE
);
CREATE TABLE review_action (
	review VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	owner VARCHAR NOT NULL,
	due DATE,
	position INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(review) REFERENCES review (uuid) ON DELETE CASCADE
);
CREATE TABLE site (
	pilot VARCHAR NOT NULL,
	school VARCHAR NOT NULL,
	doubtful BOOLEAN NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(pilot) REFERENCES pilot (uuid) ON DELETE CASCADE,
	FOREIGN KEY(school) REFERENCES school (uuid) ON DELETE CASCADE
);
CREATE TABLE span (
	year VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	first DATE NOT NULL,
	last DATE NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(year) REFERENCES school_year (uuid) ON DELETE CASCADE
);
CREATE TABLE success_criterion (
	pilot VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	evidence VARCHAR NOT NULL,
	baseline DOUBLE,
	target DOUBLE,
	minimum DOUBLE,
	unit VARCHAR NOT NULL,
	direction VARCHAR NOT NULL,
	collector VARCHAR NOT NULL,
	must_pass BOOLEAN NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(pilot) REFERENCES pilot (uuid) ON DELETE CASCADE
);
CREATE TABLE table_clock (
	"table" VARCHAR NOT NULL,
	minutes INTEGER NOT NULL,
	started_at DATETIME,
	paused_at DATETIME,
	item VARCHAR,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY("table") REFERENCES room_table (uuid) ON DELETE CASCADE,
	FOREIGN KEY(item) REFERENCES agenda_item (uuid) ON DELETE SET NULL
);
CREATE TABLE wave (
	name VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	after_pilot VARCHAR,
	not_before DATE,
	length VARCHAR NOT NULL,
	lead VARCHAR NOT NULL,
	communication VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(after_pilot) REFERENCES pilot (uuid) ON DELETE SET NULL
);
CREATE TABLE learning_session (
	name VARCHAR NOT NULL,
	audience VARCHAR NOT NULL,
	hours DOUBLE NOT NULL,
	held_on DATE,
	pilot VARCHAR,
	wave VARCHAR,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(pilot) REFERENCES pilot (uuid) ON DELETE CASCADE,
	FOREIGN KEY(wave) REFERENCES wave (uuid) ON DELETE CASCADE
);
CREATE TABLE reading (
	criterion VARCHAR NOT NULL,
	value DOUBLE NOT NULL,
	"on" DATE,
	note VARCHAR NOT NULL,
	attempt INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(criterion) REFERENCES success_criterion (uuid) ON DELETE CASCADE
);
CREATE TABLE score (
	use_case VARCHAR NOT NULL,
	criterion VARCHAR NOT NULL,
	value DOUBLE NOT NULL,
	participant VARCHAR,
	"table" VARCHAR,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(use_case) REFERENCES use_case (uuid) ON DELETE CASCADE,
	FOREIGN KEY(criterion) REFERENCES criterion (uuid) ON DELETE CASCADE,
	FOREIGN KEY(participant) REFERENCES participant (uuid) ON DELETE CASCADE,
	FOREIGN KEY("table") REFERENCES room_table (uuid) ON DELETE CASCADE
);
CREATE INDEX score_by_use_case ON score (use_case);
CREATE TABLE statement (
	dimension VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	number INTEGER NOT NULL,
	text VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	floor INTEGER,
	floor_when VARCHAR NOT NULL,
	left_out BOOLEAN NOT NULL,
	not_applicable BOOLEAN NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(dimension) REFERENCES dimension (uuid) ON DELETE CASCADE
);
CREATE TABLE support (
	wave VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(wave) REFERENCES wave (uuid) ON DELETE CASCADE
);
CREATE TABLE taken_packet (
	packet VARCHAR NOT NULL,
	round INTEGER NOT NULL,
	filling VARCHAR NOT NULL,
	earlier VARCHAR NOT NULL,
	answers VARCHAR NOT NULL,
	taken_at DATETIME NOT NULL,
	participant VARCHAR,
	"table" VARCHAR,
	school VARCHAR,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(participant) REFERENCES participant (uuid) ON DELETE CASCADE,
	FOREIGN KEY("table") REFERENCES room_table (uuid) ON DELETE CASCADE,
	FOREIGN KEY(school) REFERENCES school (uuid) ON DELETE CASCADE
);
CREATE TABLE vote (
	use_case VARCHAR NOT NULL,
	value DOUBLE NOT NULL,
	participant VARCHAR,
	way VARCHAR NOT NULL,
	round INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(use_case) REFERENCES use_case (uuid) ON DELETE CASCADE,
	FOREIGN KEY(participant) REFERENCES participant (uuid) ON DELETE CASCADE
);
CREATE TABLE wave_gate (
	wave VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	holds BOOLEAN NOT NULL,
	position INTEGER NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(wave) REFERENCES wave (uuid) ON DELETE CASCADE
);
CREATE TABLE wave_school (
	wave VARCHAR NOT NULL,
	school VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(wave) REFERENCES wave (uuid) ON DELETE CASCADE,
	UNIQUE (school),
	FOREIGN KEY(school) REFERENCES school (uuid) ON DELETE CASCADE
);
CREATE TABLE attendance (
	session VARCHAR NOT NULL,
	attended INTEGER NOT NULL,
	school VARCHAR,
	invited INTEGER,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(session) REFERENCES learning_session (uuid) ON DELETE CASCADE,
	FOREIGN KEY(school) REFERENCES school (uuid) ON DELETE CASCADE
);
CREATE TABLE barrier (
	statement VARCHAR NOT NULL,
	action VARCHAR NOT NULL,
	owner VARCHAR NOT NULL,
	due DATE,
	length VARCHAR NOT NULL,
	"table" VARCHAR,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(statement) REFERENCES statement (uuid) ON DELETE CASCADE,
	FOREIGN KEY("table") REFERENCES room_table (uuid) ON DELETE SET NULL
);
CREATE TABLE form_column (
	form VARCHAR NOT NULL,
	heading VARCHAR NOT NULL,
	role VARCHAR NOT NULL,
	statement VARCHAR,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(statement) REFERENCES statement (uuid) ON DELETE CASCADE
);
CREATE TABLE learning_site (
	session VARCHAR NOT NULL,
	school VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(session) REFERENCES learning_session (uuid) ON DELETE CASCADE,
	FOREIGN KEY(school) REFERENCES school (uuid) ON DELETE CASCADE
);
CREATE TABLE rating (
	statement VARCHAR NOT NULL,
	round INTEGER NOT NULL,
	way VARCHAR NOT NULL,
	participant VARCHAR,
	"table" VARCHAR,
	respondent VARCHAR,
	answer VARCHAR NOT NULL,
	level INTEGER,
	count INTEGER NOT NULL,
	note VARCHAR NOT NULL,
	at DATETIME,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (uuid),
	FOREIGN KEY(statement) REFERENCES statement (uuid) ON DELETE CASCADE,
	FOREIGN KEY(participant) REFERENCES participant (uuid) ON DELETE CASCADE,
	FOREIGN KEY("table") REFERENCES room_table (uuid) ON DELETE CASCADE,
	FOREIGN KEY(respondent) REFERENCES respondent (uuid) ON DELETE CASCADE
);
CREATE INDEX rating_by_statement ON rating (statement, round);
CREATE TABLE history (
	id INTEGER NOT NULL,
	step INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	"before" TEXT,
	"after" TEXT,
	PRIMARY KEY (id)
);
CREATE INDEX ix_history_step ON history (step);
CREATE TABLE step (
	id INTEGER NOT NULL,
	label TEXT NOT NULL,
	at VARCHAR NOT NULL,
	fold VARCHAR NOT NULL,
	state VARCHAR NOT NULL,
	uuid VARCHAR NOT NULL,
	PRIMARY KEY (id)
);
