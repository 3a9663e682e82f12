import type { CutFlow, Fact } from "@belladonna/searches";
import { messages } from "../text/messages.js";
import { numberText, percentText } from "../text/number-text.js";
import { Heads } from "./Heads.js";

const { here: words } = messages;

/** Cut flows of the samples of a run: one bar a cut, the numbers it cuts on with their standing. */
export function CutFlows({ flows }: { readonly flows: readonly CutFlow[] }) {
  return (
    <>
      {flows.map((flow, i) => (
        <details key={flow.sample} open={i === 0} class="cut-flow">
          <summary>
            {words.flows}: {flow.sample}
          </summary>
          <div class="scroll" tabindex={0} role="region" aria-label={`${words.flows}: ${flow.sample}`}>
            <Flow flow={flow} />
          </div>
        </details>
      ))}
    </>
  );
}

function Flow({ flow: { generated, steps, weight } }: { readonly flow: CutFlow }) {
  return (
    <table>
      <thead>
        <Heads names={[words.cut, words.events, words.ofBefore, words.ofAll, words.numbers]} />
      </thead>
      <tbody>
        {steps.map(({ name, events, numbers = [] }, i) => {
          const before = i === 0 ? generated : steps[i - 1].events;
          const share = before === 0 ? Number.NaN : events / before;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                {numberText(events)}
                {weight !== undefined && ` (${words.weighted(numberText(events * weight, 3))})`}
              </td>
              <td>
                <Bar share={share} />
              </td>
              <td>{percentText(events / generated)}</td>
              <td>
                <Numbers facts={numbers} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Bar({ share }: { readonly share: number }) {
  if (Number.isNaN(share)) return <>–</>;
  return (
    <span class="bar">
      <span class="bar-track" aria-hidden="true">
        <span style={{ width: `${100 * Math.min(1, share)}%` }} />
      </span>
      {percentText(share)}
    </span>
  );
}

function Numbers({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <>
      {facts.map(({ quantity, value, standing, source }) => (
        <div key={quantity} title={source}>
          {quantity}: {value} <span class="remark">({standing})</span>
        </div>
      ))}
    </>
  );
}

/** Numbers that go into a search, each with its standing and where it is from. */
export function FactsTable({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.facts}>
      <table>
        <thead>
          <Heads names={[words.quantity, words.factValue, words.standing, words.source]} />
        </thead>
        <tbody>
          {facts.map(({ quantity, value, standing, source }, i) => (
            <tr key={i}>
              <th scope="row">{quantity}</th>
              <td>{value}</td>
              <td>{standing}</td>
              <td>{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
