<?php
// Fills an empty site for the test beside this file; prints what it made as JSON.
// php populate.php CONFIG.PHP COHORT
define('CLI_SCRIPT', true);
require($argv[1]);
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->libdir . '/filelib.php');
require_once($CFG->libdir . '/externallib.php');
require_once($CFG->dirroot . '/mod/assign/locallib.php');
require_once($CFG->dirroot . '/group/lib.php');

const PASSWORD = 'Geheim-1234';

\core\session\manager::set_user(get_admin());
foreach (['enablewebservices' => 1, 'webserviceprotocols' => 'rest', 'noemailever' => 1, 'timezone' => 'Europe/Berlin'] as $name => $value) {
    set_config($name, $value);
}
$DB->set_field('external_services', 'enabled', 1, ['shortname' => 'moodle_mobile_app']);
assign_capability('webservice/rest:use', CAP_ALLOW, $CFG->defaultuserroleid, context_system::instance(), true);

$generator = new testing_data_generator();
$course = $generator->create_course(['fullname' => 'Maschinelles Lernen: Übung', 'shortname' => 'ML-Ü']);

function person(string $username, string $first, string $last, string $role): stdClass {
    global $generator, $course;
    $user = $generator->create_user(['username' => $username, 'firstname' => $first, 'lastname' => $last,
        'email' => "$username@uni.example", 'password' => PASSWORD]);
    $generator->enrol_user($user->id, $course->id, $role);
    return $user;
}

function hand_in(stdClass $user, stdClass $module, string $path): void {
    global $course;
    \core\session\manager::set_user($user);
    $draft = file_get_unused_draft_itemid();
    get_file_storage()->create_file_from_pathname(['contextid' => context_user::instance($user->id)->id,
        'component' => 'user', 'filearea' => 'draft', 'itemid' => $draft, 'filepath' => '/',
        'filename' => basename($path)], $path);
    $assignment = new assign(context_module::instance($module->id), $module, $course);
    $notices = [];
    $assignment->save_submission((object)['files_filemanager' => $draft], $notices) || exit(join("\n", $notices));
}

$tutor = person('tutorin', 'Anna', 'Tutorin', 'editingteacher');
$helper = person('hilfe', 'Hilde', 'Hilfskraft', 'teacher');
$names = [['Jörg', 'Müßig-Ölçer'], ['Béla', "O'Muster"], ['Anna', 'Muster'], ['Anna', 'Muster']];
$students = [];
foreach ($names as $n => [$first, $last]) {
    $students[] = person("student$n", $first, $last, 'student');
}
person('ohne', 'Ohne', 'Abgabe', 'student');
$files = [];
foreach (['adam', 'sven', 'timo', 'xaver'] as $name) {  // each earns another total
    $files[] = "$argv[2]/muster-$name.ipynb";
}
foreach (['Gruppe_A & B' => [0, 1], 'Gruppe C' => [2, 3]] as $name => $members) {
    $group = groups_create_group((object)['courseid' => $course->id, 'name' => $name]);
    foreach ($members as $n) {
        groups_add_member($group, $students[$n]->id);
    }
}
groups_add_member($group, $helper->id);

$kinds = ['plain' => [], 'blind' => ['blindmarking' => 1], 'team' => ['teamsubmission' => 1],
    'drafts' => ['submissiondrafts' => 1], 'workflow' => ['markingworkflow' => 1]];
$modules = [];
foreach (array_keys($kinds) as $kind) {
    $kinds["$kind by files"] = $kinds[$kind];
}
$kinds['separate'] = ['groupmode' => SEPARATEGROUPS];
foreach ($kinds as $kind => $settings) {
    \core\session\manager::set_user(get_admin());
    $made = $generator->create_module('assign', $settings + ['course' => $course->id, 'grade' => 24, 'submissiondrafts' => 0,
        'name' => "Blatt 9 & mehr ($kind)",
        'assignsubmission_file_enabled' => 1, 'assignsubmission_file_maxfiles' => 10,
        'assignsubmission_file_maxsizebytes' => 5000000, 'assignfeedback_comments_enabled' => 1,
        'assignfeedback_offline_enabled' => 1, 'assignfeedback_file_enabled' => 1]);
    $modules[$kind] = get_coursemodule_from_instance('assign', $made->id);
    foreach ($students as $n => $student) {
        if (empty($settings['teamsubmission']) || $n % 2 == 0) {
            hand_in($student, $modules[$kind], $files[$n]);
        }
    }
}

function token(stdClass $user): string {
    global $DB;
    \core\session\manager::set_user($user);
    $service = $DB->get_record('external_services', ['shortname' => 'moodle_mobile_app']);
    $site = context_system::instance();
    return method_exists('\core_external\util', 'generate_token')
        ? \core_external\util::generate_token(EXTERNAL_TOKEN_PERMANENT, $service, $user->id, $site)
        : external_generate_token(EXTERNAL_TOKEN_PERMANENT, $service->id, $user->id, $site);
}

$notebooks = [];
foreach ($students as $n => $student) {
    $notebooks[$student->id] = basename($files[$n]);
}
echo json_encode(['token' => token($tutor), 'helper_token' => token($helper), 'password' => PASSWORD,
    'modules' => array_map(fn($module) => (int)$module->id, $modules), 'notebooks' => $notebooks]);
