import { particle, quantity, sentence } from "../point/answers.js";
import { messages } from "../text/messages.js";
import { pointIn } from "../plane/move.js";
import { numberText, percentText } from "../text/number-text.js";
import { particleNames } from "../text/particle-names.js";
import { readNumber } from "../state/fields.js";
import { coupling, mass, plane, states } from "../state/store.js";
import { Fact } from "./Fact.js";
import { Heads } from "./Heads.js";

/** The point: typed or read, and what a particle there is. */
export function PointView() {
  return (
    <section aria-labelledby="point">
      <h2 id="point">{messages.point}</h2>
      <div class="fields">
        <NumberField name="m" unit="GeV" value={mass.value} take={(v) => pointIn(plane.value, v, coupling.value)} />
        <NumberField
          name={quantity.value.symbol}
          unit={quantity.value.unit}
          value={coupling.value}
          take={(v) => pointIn(plane.value, mass.value, v)}
        />
      </div>
      <p class="sentence">{sentence}</p>
      <ParticleView />
    </section>
  );
}

interface NumberFieldProps {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly take: (value: number) => ReturnType<typeof pointIn>;
}

/** A number that can be typed; what is none is left as it was. */
function NumberField({ name, unit, value, take }: NumberFieldProps) {
  return (
    <label class="number">
      <span>{name}</span>
      <input
        inputMode="decimal"
        autocomplete="off"
        spellcheck={false}
        value={String(value)}
        onChange={(e) => {
          const typed = readNumber(e.currentTarget.value);
          if (typed !== undefined && typed >= 0) states.set(take(typed));
          e.currentTarget.value = String(name === "m" ? states.now.value.mass : states.now.value.coupling);
        }}
      />
      <span>{unit}</span>
    </label>
  );
}

/** Width, lifetime, branching fractions. */
function ParticleView() {
  const found = particle.value;
  if (found === "none") return <p class="remark">{messages.noModel}</p>;
  if (found === "loading") return <p class="remark">…</p>;
  if (!found.known) return <p class="remark">{messages.cannot(found.why)}</p>;
  const { mediator, open } = found;
  return (
    <>
      <dl class="facts">
        <Fact name="Γ" value={`${numberText(mediator.width())} GeV`} />
        <Fact name="cτ" value={mediator.ctau === Infinity ? messages.stable : `${numberText(mediator.ctau)} cm`} />
        {open.slice(0, 3).map(({ name, fraction }) => (
          <Fact key={name} name={`B(${particleNames(name)})`} value={percentText(fraction)} />
        ))}
      </dl>
      <details>
        <summary>{messages.widths}</summary>
        <table>
          <thead>
            <Heads names={[messages.channel, messages.fraction, messages.width]} />
          </thead>
          <tbody>
            {open.map(({ name, fraction, width }) => (
              <tr key={name}>
                <th scope="row">{particleNames(name)}</th>
                <td>{numberText(fraction)}</td>
                <td>{numberText(width)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
