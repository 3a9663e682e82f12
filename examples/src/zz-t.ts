import { sources, beams } from "./dark-higgsstrahlung/samples.js";
import { see } from "./sample.js";
import { candidates } from "./dark-higgsstrahlung/candidates.js";
const cpu=()=>{const d=process.cpuUsage();return (d.user+d.system)/1e6;};
const s=sources[3];const t=cpu();const m=s.generate(20000,3);const w=m.crossSection*8.34/m.generated;const c=candidates(see(m.events,3),beams);let sel=0;for(let i=0;i<c.mass.length;i++)if(c.triggered[i]&&c.recoilSquared[i]<c.mass[i]**2&&c.helicity[i]<0.9)sel+=m.events.weights[c.event[i]];
console.log(s.name,m.crossSection,'w',w,cpu()-t,'sel',sel*w,'+-',Math.sqrt(sel)*w);
