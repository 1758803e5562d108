// Texts that Tasklist's own label files have no place for.
import { language } from './language.js';

const texts = {
  fr: {
    vendor: 'Tansiq',
    tasks: 'Tâches',
    committees: 'Mes instances',
    done: 'C’est enregistré',
    'done.nothing-proposed': 'Vous ne proposez aucun point.',
    home: 'Accueil',
    zone: 'heure légale du Maroc',
    simulated: 'données simulées',
    'claim.first': 'Cette tâche attend que quelqu’un la prenne en charge. Prenez-la pour remplir le formulaire.',
    'claim.do': 'La prendre en charge',
    'draft.restored': 'Votre saisie non envoyée a été rétablie.',
    'draft.discard': 'L’effacer',
    'shortcut.claim': 'prendre en charge la tâche affichée',
    'shortcut.filter': 'aller au premier filtre',
    'shortcut.list': 'aller à la première tâche de la liste',
    'shortcut.form': 'aller au premier champ du formulaire',
    'name.filters': 'replier ou déplier les filtres',
    'name.list': 'replier ou déplier la liste des tâches',
    'name.task': 'replier, déplier ou agrandir la tâche',
    'name.direction': 'inverser l’ordre',
    'name.sort': 'ajouter un tri',
    'name.searches': 'recherches enregistrées',
    'name.unclaim': 'rendre la tâche au groupe',
    'name.close': 'fermer'
  },
  ar: {
    vendor: 'تنسيق',
    tasks: 'المهام',
    committees: 'هيئاتي',
    done: 'تم التسجيل',
    'done.nothing-proposed': 'لا تقترحون أي نقطة.',
    home: 'الرئيسية',
    zone: 'حسب التوقيت القانوني للمغرب',
    simulated: 'بيانات افتراضية',
    'claim.first': 'هذه المهمة في انتظار من يتكلف بها. تكلفوا بها لملء الاستمارة.',
    'claim.do': 'التكلف بها',
    'draft.restored': 'استُرجع ما كتبتموه ولم ترسلوه.',
    'draft.discard': 'حذفه',
    'shortcut.claim': 'التكلف بالمهمة المعروضة',
    'shortcut.filter': 'الانتقال إلى المصفاة الأولى',
    'shortcut.list': 'الانتقال إلى المهمة الأولى في اللائحة',
    'shortcut.form': 'الانتقال إلى الحقل الأول في الاستمارة',
    'name.filters': 'طي المصافي أو بسطها',
    'name.list': 'طي لائحة المهام أو بسطها',
    'name.task': 'طي المهمة أو بسطها',
    'name.direction': 'عكس الترتيب',
    'name.sort': 'إضافة ترتيب',
    'name.searches': 'عمليات البحث المحفوظة',
    'name.unclaim': 'رد المهمة إلى المجموعة',
    'name.close': 'إغلاق'
  },
  en: {
    vendor: 'Tansiq',
    tasks: 'Tasks',
    committees: 'My bodies',
    done: 'Done',
    'done.nothing-proposed': 'You propose no item.',
    home: 'Home',
    zone: 'legal time of Morocco',
    simulated: 'simulated data',
    'claim.first': 'Nobody has taken this task yet. Take it to fill in the form.',
    'claim.do': 'Take it',
    'draft.restored': 'What you had typed and not sent is back.',
    'draft.discard': 'Discard it',
    'shortcut.claim': 'claim the task shown',
    'shortcut.filter': 'go to the first filter',
    'shortcut.list': 'go to the first task of the list',
    'shortcut.form': 'go to the first field of the form',
    'name.filters': 'fold or unfold the filters',
    'name.list': 'fold or unfold the list of tasks',
    'name.task': 'fold, unfold or enlarge the task',
    'name.direction': 'reverse the order',
    'name.sort': 'add sorting',
    'name.searches': 'saved searches',
    'name.unclaim': 'give the task back to its group',
    'name.close': 'close'
  }
};

/** What the form player says in English and offers no setting for. */
const player = {
  fr: {
    'dd/mm/yyyy': 'jj/mm/aaaa',
    'Date and time must both be entered.': 'Donnez la date et l’heure, toutes les deux.',
    'Select': 'Choisir',
    'Search': 'Rechercher',
    'Add new': 'Ajouter une ligne',
    'Remove': 'Retirer',
    'Increment': 'Augmenter',
    'Decrement': 'Diminuer',
    'Collapse': 'Réduire',
    'Show less': 'Réduire',
    'No results': 'Aucun résultat',
    'Nothing to show.': 'Rien à afficher.',
    'Nothing found.': 'Aucun résultat.'
  },
  ar: {
    'dd/mm/yyyy': 'يوم/شهر/سنة',
    'hh:mm': 'ساعة:دقيقة',
    'Date and time must both be entered.': 'أدخلوا التاريخ والساعة معا.',
    'Select': 'اختيار',
    'Search': 'بحث',
    'Add new': 'إضافة سطر',
    'Remove': 'حذف',
    'Increment': 'زيادة',
    'Decrement': 'إنقاص',
    'Collapse': 'طي',
    'Show less': 'عرض أقل',
    'No results': 'لا توجد نتائج',
    'Nothing to show.': 'لا شيء للعرض.',
    'Nothing found.': 'لا توجد نتائج.'
  },
  en: {
    'Increment': 'Increase',
    'Decrement': 'Decrease'
  }
};

/** The same, with a number in it. */
const counted = {
  fr: { 'Expand all (#)': 'Tout afficher (#)', 'Remove list item #': 'Retirer la ligne #' },
  ar: { 'Expand all (#)': 'عرض الكل (#)', 'Remove list item #': 'حذف السطر #' },
  en: {}
};

/** The filters that ship with Tansiq are stored under their French names. */
const filters = {
  fr: {},
  ar: {
    'Mes tâches': 'مهامي',
    'À prendre en charge': 'في انتظار من يتكلف بها',
    'À faire cette semaine': 'للإنجاز هذا الأسبوع',
    'À traiter': 'للمعالجة',
    'En retard': 'متأخرة',
    'En attente des autres': 'في انتظار الآخرين'
  },
  en: {
    'Mes tâches': 'My tasks',
    'À prendre en charge': 'To take',
    'À faire cette semaine': 'Due this week',
    'À traiter': 'To do',
    'En retard': 'Overdue',
    'En attente des autres': 'Waiting for others'
  }
};

export const text = key => texts[language][key];
export const ofFilter = french => filters[language][french];

export function ofPlayer(english) {
  const number = english.match(/\d+/)?.[0];
  return player[language][english] ?? counted[language][english.replace(number, '#')]?.replace('#', number);
}
