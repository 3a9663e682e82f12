import { planes, exclusionLayout, planeEntries } from "@belladonna/limits/plot";
for (const id of ["dark-photon-visible"]) {
  const plane = planes.find(p=>p.id===id); if (!plane) { continue; }
  const entries = await planeEntries(id) as never;
  const e = (entries as any).entries ?? entries;
  const t: number[] = []; let out;
  for (let k=0;k<8;k++){ const c=process.cpuUsage(); out=exclusionLayout(e, plane.options); const u=process.cpuUsage(c); t.push(u.user/1e3); }
  const { createHash } = await import("node:crypto");
  console.log(id, e.length, t.map(x=>x.toFixed(0)).join(" "), createHash("md5").update(JSON.stringify(out)).digest("hex").slice(0,8));
}
console.log(planes.map(p=>p.id).join(" "));
