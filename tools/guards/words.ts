/** One thing that Eyelevel never says. */
export interface ForbiddenWords {
  /** As docs/intended-purpose.md lists it. */
  readonly what: string;
  /** `*`: any letters more. `…`: a few words between. Whole words otherwise; case does not matter. */
  readonly terms: readonly string[];
}

/**
 * Words of medicine would make a claim that Eyelevel does not make; words of blame make the person the
 * subject of what the light or the picture does. Swedish and English; a new language adds its own.
 */
export const FORBIDDEN_WORDS: readonly ForbiddenWords[] = [
  { what: 'diagnosis, diagnos', terms: ['diagnos*'] },
  {
    what: 'treatment, behandling',
    terms: ['treat', 'treats', 'treated', 'treating', 'treatment*', 'behandl*'],
  },
  { what: 'symptom', terms: ['symptom*'] },
  { what: 'disease, illness, sjukdom', terms: ['disease*', 'illness*', 'sjukdom*'] },
  {
    what: 'cure, heal, bota, läka',
    terms: [
      'cure',
      'cures',
      'cured',
      'heal',
      'heals',
      'healed',
      'healing',
      'bota',
      'botar',
      'läka',
      'läker',
    ],
  },
  { what: 'examine, undersöka', terms: ['examin*', 'undersök*'] },
  {
    what: 'monitor (a person, health), övervaka',
    terms: [
      'monitor*…health',
      'monitor*…body',
      'monitor*…patient*',
      'monitor*…people',
      'monitors you',
      'övervak*',
    ],
  },
  {
    what: 'heart rate, pulse, breathing, blood pressure, vital signs',
    terms: [
      'heart rate',
      'pulse',
      'breathing',
      'blood pressure',
      'vital sign*',
      'puls',
      'pulsen',
      'andning*',
      'blodtryck*',
    ],
  },
  {
    what: 'mood, emotion, stress, pain as something judged',
    terms: ['mood*', 'emotion*', 'stress*', 'pain', 'humör*', 'känslor', 'smärt*'],
  },
  {
    what: 'clinically tested or proven, medical grade',
    terms: [
      'clinically',
      'medical grade',
      'medical-grade',
      'medical device',
      'kliniskt',
      'medicintekn*',
    ],
  },
  {
    what: 'collecting data of patients',
    terms: [
      'patient data',
      'patientdata',
      'health data',
      'hälsodata',
      'collect*…patient*',
      'collect*…personal',
    ],
  },
  {
    what: 'identify or recognise a person',
    terms: [
      'face recognition',
      'facial recognition',
      'identif*…person',
      'identif*…patient*',
      'ansiktsigenkänning*',
    ],
  },
  {
    what: 'blame: "you are too …", "du är för …"',
    terms: [
      ...['you are', "you're", 'you’re', 'you were'].flatMap((start) => [
        `${start} too`,
        `${start} not`,
        `${start} wrong`,
      ]),
      ...['är', 'sitter', 'står', 'ser', 'låter', 'rör dig', 'var'].flatMap((verb) => [
        `du ${verb} för`,
        `du ${verb} fel`,
        `du ${verb} inte`,
      ]),
    ],
  },
  {
    what: 'blame: failed, forgot, your fault, bad, sloppy',
    terms: [
      'you failed',
      'you forgot',
      'you should have',
      'your fault',
      'sloppy',
      'careless',
      'du misslyck*',
      'du har misslyck*',
      'du glömde',
      'du har glömt',
      'du borde ha',
      'ditt fel',
      'slarv*',
    ],
  },
  {
    what: 'grades and praise of looks',
    terms: [
      'your score',
      'your grade',
      'you look',
      'beautiful*',
      'handsome',
      'betyg*',
      'poäng',
      'du ser bra',
      'du ser fin',
      'du ser trött',
      'snygg*',
    ],
  },
];

/** What Eyelevel says it is not; only here may the words stand. */
const DENIALS = [
  'is not a medical device',
  'är ingen medicinteknisk produkt',
  'It does not examine, measure, record, interpret or monitor a body, health, mood or behaviour',
  'gives no information for diagnosis or treatment',
];

export function wordProblems(name: string, text: string): string[] {
  const claims = DENIALS.reduce((rest, denial) => rest.replaceAll(denial, ''), oneSpace(text));
  return FORBIDDEN_WORDS.flatMap(({ what, terms }) => {
    const found = terms.map((term) => pattern(term).exec(claims)?.[0]).find(Boolean);
    return found ? [`${name}: “${found}” (${what}); see docs/intended-purpose.md.`] : [];
  });
}

/** `\b` knows no å, ä, ö, hence letters before and after. */
function pattern(term: string): RegExp {
  const inner = term.replaceAll('*', '\\p{L}*').replaceAll('…', '[^.!?]{0,30}(?<!\\p{L})');
  return new RegExp(`(?<!\\p{L})${inner}(?!\\p{L})`, 'iu');
}

/** Lines are wrapped anywhere, and a sentence may go over two. */
function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ');
}
