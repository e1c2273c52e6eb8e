import { themeStorageKey } from "@/lib/theme";

/*
 * The first script of every page, inline so that it runs before anything is painted or loaded.
 *
 * It sets the theme (no flash), and makes the one Trusted Types policy: the only script addresses that the page accepts
 * are its own build's, and the only HTML is the empty element with which React makes a script tag, and this script's own text: React writes it again
 * when it has to draw the whole document anew, where it does not run a second time.
 */
const source = `(function(){
var own=document.currentScript&&document.currentScript.text;
var d=document.documentElement,q=matchMedia("(prefers-color-scheme: dark)");
function paint(){var c;try{c=localStorage.getItem(${JSON.stringify(themeStorageKey)})}catch(e){}
d.dataset.theme=c==="dark"||c==="light"?c:q.matches?"dark":"light"}
paint();q.addEventListener("change",paint);addEventListener("storage",paint);addEventListener("qti:theme",paint);
if(window.trustedTypes)try{trustedTypes.createPolicy("default",{
createScriptURL:function(u){var a=new URL(u,location.href);
if(a.origin===location.origin&&a.pathname.indexOf("/_next/")===0)return u;throw new TypeError("A script from "+a.origin+a.pathname+" is not part of this app.")},
createHTML:function(h){if(h==="<script></"+"script>"||own&&h===own)return h;throw new TypeError("HTML from text is not used in this app.")}
})}catch(e){console.error(e)}
})()`;

/** Theme and Trusted Types, before the first paint. */
export function BootScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, let through by its nonce
      dangerouslySetInnerHTML={{ __html: source }}
    />
  );
}
