/** One step of a lesson: a state of the page, and what to see there. */
export interface LessonStep {
  /** The state, as a link says it. */
  readonly link: string;
  /** What to see and what to try, two sentences. */
  readonly text: string;
}

/** A lesson: states to go through. */
export interface Lesson {
  /** Name in links: letters and dashes. */
  readonly id: string;
  /** Title. */
  readonly title: string;
  /** Its steps. */
  readonly steps: readonly LessonStep[];
}

/** All lessons of the page. */
export const lessons: readonly Lesson[] = [
  {
    id: "dark-photon",
    title: "What is a dark photon?",
    steps: [
      {
        link: "plane=dark-photon-visible&m=0.1&g=1e-3",
        text: "A dark photon is a photon with a mass that couples to electric charge ε times as strongly as light does. Below two muon masses it can only become an electron and a positron: see its branching fractions.",
      },
      {
        link: "plane=dark-photon-visible&m=0.3&g=1e-3",
        text: "At 0.3 GeV a second door is open, to two muons. Move the point to larger masses and watch which decays open.",
      },
      {
        link: "plane=dark-photon-visible&m=0.3&g=1e-5",
        text: "With a coupling a hundred times smaller the particle lives ten thousand times longer. Compare the decay length with that of the step before.",
      },
    ],
  },
  {
    id: "unseen",
    title: "Why does nobody see it?",
    steps: [
      {
        link: "plane=dark-photon-visible&m=0.3&g=2e-3",
        text: "Each coloured region was searched, and a particle there would have been seen. This point lies in several of them: the list says by what factor.",
      },
      {
        link: "plane=dark-photon-visible&m=0.5&g=1e-4",
        text: "Here the particle is made too rarely for any collider so far, and decays too soon for the experiments behind a shield. Points like this one are what is left.",
      },
      {
        link: "plane=dark-photon-visible&m=0.01&g=1e-6",
        text: "Behind a thick shield even a rare particle can be seen, if it lives long enough to come through. Move up: with a larger coupling it decays in the shield.",
      },
    ],
  },
  {
    id: "trigger",
    title: "The trigger decides",
    steps: [
      {
        link: "plane=alp-photon&m=1&g=1e-4&line=ggsel",
        text: "An axion-like particle leaves three photons and no track. Scroll to the events and see which lines of the trigger fire.",
      },
      {
        link: "plane=alp-photon&m=1&g=1e-4&line=hie&ev=3",
        text: "A line is a sentence made of conditions, and each is told here whether it holds in this event. Step through events and find one in which a veto decides.",
      },
    ],
  },
  {
    id: "own-limit",
    title: "A limit of your own",
    steps: [
      {
        link: "plane=dark-photon-visible&m=0.3&g=5e-4",
        text: "Write three lines of mass and coupling in a text file, such as 0.1,4e-4, and drop it on the page. It is drawn over the others and takes part in the verdict.",
      },
      {
        link: "plane=dark-photon-visible&m=0.3&g=5e-4&hide=LHCb_prompt_2019",
        text: "Without LHCb the point is free again: one experiment can decide. The strip under your own limit says how it compares with each of the others.",
      },
    ],
  },
  {
    id: "future",
    title: "What 50 ab⁻¹ brings",
    steps: [
      {
        link: "plane=alp-photon&m=1&g=2e-4",
        text: "Belle II searched for this particle in its first half inverse femtobarn. The dashed line is what the collaboration expects of a hundred thousand times as much.",
      },
      {
        link: "plane=alp-photon&m=1&g=2e-4&L=50000",
        text: "Where background limits a search, the coupling it reaches falls with the fourth root of the luminosity only. Choose the regime without background and compare.",
      },
    ],
  },
];

/** The step a link names: lesson and number from 1, `trigger-2`; undefined for none of this page. */
export function stepOf(
  name: string,
): { readonly lesson: Lesson; readonly index: number; readonly step: LessonStep } | undefined {
  const [, id, number] = /^([a-z-]+)-(\d+)$/.exec(name) ?? [];
  const lesson = lessons.find((l) => l.id === id);
  const index = Number(number) - 1;
  return lesson !== undefined && index in lesson.steps ? { lesson, index, step: lesson.steps[index] } : undefined;
}
