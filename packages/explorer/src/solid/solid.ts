import {
  BufferGeometry,
  CylinderGeometry,
  EdgesGeometry,
  Float32BufferAttribute,
  Group,
  LineBasicMaterial,
  LineSegments,
  PerspectiveCamera,
  Points,
  PointsMaterial,
  Scene as Stage,
  Spherical,
  Vector3,
  WebGLRenderer,
} from "three";
import type { Material, Object3D } from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { LineMaterial } from "three/addons/lines/LineMaterial.js";
import type { LineMaterialParameters } from "three/addons/lines/LineMaterial.js";
import { LineSegments2 } from "three/addons/lines/LineSegments2.js";
import { LineSegmentsGeometry } from "three/addons/lines/LineSegmentsGeometry.js";
import { lookOf } from "../events/scene.js";
import type { Place, Scene } from "../events/scene.js";

/** Colours as CSS writes them. */
export interface Colours {
  /** Of a track, by its name. */
  readonly track: (name: string) => string;
  /** Of clusters. */
  readonly cluster: string;
  /** Of marks in the muon system. */
  readonly muon: string;
  /** Of the outlines of the detector. */
  readonly outline: string;
}

/** An event in space. */
export interface Solid {
  /** Draw another event. */
  readonly show: (scene: Scene, colours: Colours) => void;
  /** Turn about the beams' axis and towards it, rad. */
  readonly turn: (about: number, towards: number) => void;
  /** Come nearer by a factor. */
  readonly nearer: (factor: number) => void;
  /** Look from where it began. */
  readonly reset: () => void;
  /** Give back all that the graphics hold. */
  readonly end: () => void;
}

/** Dashes of tracks, cm, as in the projections: by what they were taken for. */
const dashes: readonly (readonly [name: string, dash: number, gap: number])[] = [
  ["e", 14, 6],
  ["pi", 4, 6],
];

/** Sides of a cylinder's outline. */
const SIDES = 48;

/** Where the eye begins, cm: beside and above the beams, which run to the right. */
const EYE = new Vector3(-780, 330, -300);

/** Narrowest and widest distance of the eye, cm. */
const REACH = [120, 3000] as const;

/**
 * Start a picture in space; it is drawn when something changes, and never moves by itself.
 * @param holder - The element its canvas is put into.
 * @throws Error where the browser has no WebGL.
 */
export function startSolid(holder: HTMLElement): Solid {
  const renderer = new WebGLRenderer({ antialias: true, alpha: true, preserveDrawingBuffer: true });
  const canvas = renderer.domElement;
  holder.append(canvas);
  const stage = new Stage();
  const camera = new PerspectiveCamera(38, 1, 10, 10_000);
  const controls = new OrbitControls(camera, canvas);
  controls.enablePan = false;
  [controls.minDistance, controls.maxDistance] = REACH;
  // Drawn in the frame to come, once however much has changed.
  let frame = 0;
  const draw = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      renderer.render(stage, camera);
    });
  };
  controls.addEventListener("change", draw);
  const fit = (): void => {
    const { clientWidth: width, clientHeight: height } = holder;
    renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    renderer.setSize(width, height);
    camera.aspect = width / height;
    camera.updateProjectionMatrix();
    draw();
  };
  const watcher = new ResizeObserver(fit);
  watcher.observe(holder);
  const look = (from: Vector3): void => {
    camera.position.copy(from);
    controls.update();
    draw();
  };
  const reset = (): void => {
    look(EYE);
  };
  const move = (change: (at: Spherical) => void): void => {
    const at = new Spherical().setFromVector3(camera.position);
    change(at);
    at.radius = Math.min(Math.max(at.radius, REACH[0]), REACH[1]);
    look(new Vector3().setFromSpherical(at.makeSafe()));
  };
  let shown = new Group();
  reset();
  return {
    show(scene, colours) {
      stage.remove(shown);
      dispose(shown);
      shown = built(scene, colours);
      stage.add(shown);
      draw();
    },
    turn(about, towards) {
      move((at) => {
        at.theta += about;
        at.phi += towards;
      });
    },
    nearer(factor) {
      move((at) => {
        at.radius /= factor;
      });
    },
    reset,
    end() {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      controls.dispose();
      dispose(shown);
      renderer.dispose();
      canvas.remove();
    },
  };
}

/** All of an event. Beams run along z, to the right of who looks; y is up, as in the laboratory. */
function built({ parts, tracks, clusters, muons }: Scene, colours: Colours): Group {
  const group = new Group();
  for (const { radius, back, front } of parts) {
    const around = new CylinderGeometry(radius, radius, front - back, SIDES, 1, true);
    // The edges between sides are left out: circles at the ends and four lines along the beams are enough.
    const circles = new LineSegments(new EdgesGeometry(around, 30), new LineBasicMaterial({ color: colours.outline }));
    around.dispose();
    circles.rotation.x = Math.PI / 2;
    circles.position.z = (front + back) / 2;
    group.add(circles, lengthwise(radius, back, front, colours.outline));
  }
  for (const { name, places } of tracks) {
    const [, dashSize, gapSize] = dashes.find(([of]) => of === lookOf(name)) ?? [];
    group.add(
      thick([places], colours.track(name), 3, dashSize === undefined ? {} : { dashed: true, dashSize, gapSize }),
    );
  }
  for (const neutral of [true, false]) {
    const bars = clusters.filter((c) => c.neutral === neutral).map(({ from, to }) => [from, to]);
    // As in the projections, those with a track are faint.
    if (bars.length > 0) group.add(thick(bars, colours.cluster, 6, neutral ? {} : { transparent: true, opacity: 0.5 }));
  }
  if (muons.length > 0) {
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new Float32BufferAttribute(muons.flat(), 3));
    group.add(new Points(geometry, new PointsMaterial({ color: colours.muon, size: 10, sizeAttenuation: false })));
  }
  return group;
}

/** Four lines along a cylinder. */
function lengthwise(radius: number, back: number, front: number, color: string): LineSegments {
  const ends = [0, 1, 2, 3].flatMap((k) => {
    const [x, y] = [radius * Math.cos((k * Math.PI) / 2), radius * Math.sin((k * Math.PI) / 2)];
    return [x, y, back, x, y, front];
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new Float32BufferAttribute(ends, 3));
  return new LineSegments(geometry, new LineBasicMaterial({ color }));
}

/** Lines of several px, dashed where a dash is given. */
function thick(
  lines: readonly (readonly Place[])[],
  color: string,
  linewidth: number,
  style: Pick<LineMaterialParameters, "dashed" | "dashSize" | "gapSize" | "transparent" | "opacity">,
): LineSegments2 {
  const geometry = new LineSegmentsGeometry();
  geometry.setPositions(lines.flatMap((line) => line.slice(1).flatMap((to, i) => [...line[i], ...to])));
  const segments = new LineSegments2(geometry, new LineMaterial({ color, linewidth, ...style }));
  if (style.dashed === true) segments.computeLineDistances();
  return segments;
}

/** Give back what the graphics hold of an object. */
function dispose(group: Group): void {
  group.traverse((one: Object3D & { geometry?: BufferGeometry; material?: Material }) => {
    one.geometry?.dispose();
    one.material?.dispose();
  });
}
